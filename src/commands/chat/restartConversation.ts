import { z } from 'zod';
import { findReadyPersona } from '../../access/persona.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { parseInput } from '../input.js';
import { assertNoReplyInProgress, changeConversation } from './changeConversation.js';
import { showPath } from './showPath.js';

const input = z.object({ personaId: z.string() });

/**
 * Starts the conversation anew: no message is shown, and the next one is a first message. The earlier ones
 * stay as its alternative, and facts stay remembered.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, PERSONA_NOT_READY; RATE_LIMITED, also while a reply is being
 *   written
 */
export async function restartConversation(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const { personaId } = parseInput(input, raw);
  const persona = await findReadyPersona(ctx, viewer, personaId);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    await assertNoReplyInProgress(em, conversation);
    await showPath(em, conversation, null);
  });
  return persona;
}
