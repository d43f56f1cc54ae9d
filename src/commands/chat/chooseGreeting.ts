import { z } from 'zod';
import { findReadyPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import type { Persona } from '../../entities/Persona.js';
import { shownVersion } from '../../entities/redaction.js';
import { AppError } from '../../errors.js';
import { voiceOf } from '../../measurement/voices/voices.js';
import { parseInput } from '../input.js';
import { changeConversation } from './changeConversation.js';

const input = z.object({ personaId: z.string(), greeting: z.number().int() });

/**
 * Chooses the greeting that opens the conversation: 0 is the persona's own, 1 and up are its alternates.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, PERSONA_NOT_READY
 */
export async function chooseGreeting(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId, greeting } = parseInput(input, raw);
  const persona = await findReadyPersona(ctx, viewer, personaId);
  const text = (await shownVersion(ctx.em, persona))?.text;
  const last = text == null ? 0 : voiceOf(persona, text).greetings.length - 1;
  if (greeting < 0 || greeting > last)
    throw new AppError('BAD_USER_INPUT', `greeting: must be 0 to ${last}`, { field: 'greeting' });
  await changeConversation(ctx, personaId, (em, id) => em.nativeUpdate(Conversation, { id }, { greeting }));
  return persona;
}
