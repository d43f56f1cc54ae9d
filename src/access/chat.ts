import type { Viewer } from '../auth/tokens.js';
import type { Context } from '../context.js';
import { Fact } from '../entities/Fact.js';
import { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import { notFound } from '../errors.js';
import { assertUuid } from './identifiers.js';

/**
 * A fact from one of the viewer's conversations, with its persona.
 * @throws AppError NOT_FOUND, also for another owner's fact
 */
export async function findOwnFact(
  ctx: Context,
  viewer: Viewer,
  id: string,
): Promise<{ fact: Fact; persona: Persona }> {
  assertUuid(id);
  const mine = { id, conversation: { persona: { owner: viewer.userId } } };
  const fact = await ctx.em.findOne(Fact, mine, { populate: ['conversation.persona'] });
  if (fact === null) throw notFound();
  return { fact, persona: fact.conversation.getEntity().persona.getEntity() };
}

/**
 * A message from one of the viewer's conversations, freshly read, with its conversation.
 * @throws AppError NOT_FOUND, also for another owner's message
 */
export async function findOwnMessage(ctx: Context, viewer: Viewer, id: string): Promise<Message> {
  assertUuid(id);
  const message = await ctx.em.findOne(
    Message,
    { id, conversation: { persona: { owner: viewer.userId } } },
    { refresh: true, populate: ['conversation'] },
  );
  if (message === null) throw notFound();
  return message;
}
