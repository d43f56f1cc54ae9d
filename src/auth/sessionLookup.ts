import DataLoader from 'dataloader';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Viewer } from './tokens.js';

/**
 * Looks up whether sessions are active. Lookups that come up within one turn of the event loop share a statement,
 * so thousands of clients that come back together cost a few.
 * @returns false for a session that was revoked or deleted, or belongs to someone else
 */
export function createSessionLookup(
  orm: MikroORM,
): (session: Pick<Viewer, 'userId' | 'sessionId'>) => Promise<boolean> {
  const readOwners = async (ids: readonly string[]): Promise<(string | null)[]> => {
    const rows = await orm.em.fork().execute<{ id: string; userId: string }[]>(
      `select id, user_id as "userId" from session
         where id = any(cast(:ids as uuid[])) and revoked_at is null`,
      { ids: `{${ids.join(',')}}` },
    );
    const owners = new Map(rows.map(({ id, userId }) => [id, userId]));
    return ids.map((id) => owners.get(id) ?? null);
  };
  const loader = new DataLoader(readOwners, {
    cache: false,
    maxBatchSize: 500,
    batchScheduleFn: (send) => setImmediate(send),
  });
  return async ({ sessionId, userId }) => (await loader.load(sessionId)) === userId;
}
