import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Makes a message the end of the shown path, so that the next message follows it. Walks up only to the first
 * ancestor that is already shown. The caller has locked the conversation.
 * @param last `null` shows no message, so that the next one is a first message
 */
export async function showPath(
  em: EntityManager,
  conversationId: string,
  last: { id: string; depth: number } | null,
): Promise<void> {
  const hidden =
    last === null
      ? []
      : await em.execute<{ id: string; depth: number }[]>(
          `with recursive up as (
             select id, parent_id, depth, active from message where id = ?
             union all
             select m.id, m.parent_id, m.depth, m.active from up join message m on m.id = up.parent_id where not up.active
           ) select id, depth from up where not active`,
          [last.id],
        );
  const from = Math.min((last?.depth ?? -1) + 1, ...hidden.map(({ depth }) => depth));
  await em.execute(
    `update message set active = false, left_at = (select revision from conversation where id = :conversationId)
     where conversation_id = :conversationId and active and depth >= :from`,
    { conversationId, from },
  );
  if (hidden.length > 0)
    await em.execute('update message set active = true where id in (?)', [hidden.map(({ id }) => id)]);
}
