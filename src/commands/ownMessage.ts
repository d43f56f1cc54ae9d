import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Message } from '../entities/Message.js';
import { notFound } from '../errors.js';

/**
 * A message from one of the viewer's conversations, freshly read, with its conversation.
 * @throws AppError NOT_FOUND, also for another owner's message
 */
export async function findOwnMessage(ctx: Context, viewer: Viewer, id: string): Promise<Message> {
  if (!z.uuid().safeParse(id).success) throw notFound();
  const message = await ctx.em.findOne(
    Message,
    { id, conversation: { persona: { owner: viewer.userId } } },
    { refresh: true, populate: ['conversation'] },
  );
  if (message === null) throw notFound();
  return message;
}
