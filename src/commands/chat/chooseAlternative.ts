import type { EntityManager } from '@mikro-orm/postgresql';
import { findOwnMessage } from '../../access/chat.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Message } from '../../entities/Message.js';
import { changeConversation } from './changeConversation.js';
import { showPath } from './showPath.js';

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
export async function endOfPath(em: EntityManager, message: Message): Promise<{ id: string; depth: number }> {
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
