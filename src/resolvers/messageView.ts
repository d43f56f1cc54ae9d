import type { Context } from '../context.js';
import type { Message } from '../entities/Message.js';
import type { MessageType } from '../schema/MessageType.js';
import { messageViews } from './messageViews.js';

/** One message, as its owner sees it. */
export async function messageView(ctx: Context, message: Message): Promise<MessageType> {
  const [view] = await messageViews(ctx.em.fork(), [message]);
  if (view === undefined) throw new Error('A message must have one view.');
  return view;
}
