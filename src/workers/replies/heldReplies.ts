import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReplyWriter } from './replyPen.js';

/** The ids of those replies that this process may still write. Takes no locks. */
export async function findOwnedReplies(em: EntityManager, pens: ReplyWriter[]): Promise<Set<string>> {
  if (pens.length === 0) return new Set();
  const rows = pens.map(({ lease }) => ({ id: lease.messageId, attempt: lease.attempt }));
  const held = await em.execute<{ id: string }[]>(
    `select m.id from message m
     join json_to_recordset(?::json) as p(id uuid, attempt smallint) on m.id = p.id and m.attempt = p.attempt
     where m.status = 'STREAMING'`,
    [JSON.stringify(rows)],
  );
  return new Set(held.map(({ id }) => id));
}
