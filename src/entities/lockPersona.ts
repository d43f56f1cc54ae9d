import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Locks a persona's row until the transaction ends. Always lock it before its versions, conversation and
 * comparisons: a different order can deadlock.
 */
export async function lockPersona(em: EntityManager, id: string): Promise<void> {
  await em.execute('select 1 from persona where id = ? for no key update', [id]);
}
