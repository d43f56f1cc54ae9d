import type { EntityManager } from '@mikro-orm/postgresql';
import { findOwnMessage } from '../../access/chat.js';
import type { Viewer } from '../../auth/accessTokens.js';
import type { Context } from '../../context.js';
import { Message } from '../../entities/Message.js';
import { changeConversation } from './changeConversation.js';

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

/**
 * Shows a message instead of its alternatives, followed by the messages after it that were shown last. A
 * message that is already shown stays as it is.
 * @throws AppError NOT_FOUND
 */
export async function chooseAlternative(ctx: Context, viewer: Viewer, messageId: string): Promise<Message> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const chosen = await findOwnMessage(ctx, viewer, messageId);
  await changeConversation(ctx, chosen.conversation.getEntity().persona.id, async (em, id) => {
    const isShown = (await em.count(Message, { id: messageId, active: true })) > 0;
    if (!isShown) await showPath(em, id, await endOfPath(em, chosen));
  });
  return findOwnMessage(ctx, viewer, messageId);
}

/** The last message of the path after a message, as it was when that path was last shown. */
async function endOfPath(em: EntityManager, message: Message): Promise<{ id: string; depth: number }> {
  const [last] = await em.execute<{ id: string; depth: number }[]>(
    `with recursive line as (
       select id, depth from message where id = ?
       union all
       select next.id, next.depth from line cross join lateral
         (select id, depth from message where parent_id = line.id order by left_at desc, sibling desc limit 1) next
     ) select id, depth from line order by depth desc limit 1`,
    [message.id],
  );
  return last ?? message;
}
