import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Holds a persona's row until the transaction ends. Before its versions, its conversation and its comparisons, by everybody:
 * two orders would be a deadlock.
 */
export async function lockPersona(em: EntityManager, id: string): Promise<void> {
  await em.execute('select 1 from persona where id = ? for no key update', [id]);
}
