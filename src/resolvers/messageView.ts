import type { Context } from '../context.js';
import type { Message } from '../entities/Message.js';
import type { MessageType } from '../schema/MessageType.js';
import { messageViews } from './messageViews.js';

/** One message as its owner reads it. */
export async function messageView(ctx: Context, message: Message): Promise<MessageType> {
  const [view] = await messageViews(ctx.em.fork(), [message]);
  if (view === undefined) throw new Error('One message has one view.');
  return view;
}
