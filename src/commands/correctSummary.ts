import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { parseInput } from './parseInput.js';
import { findOwnPersona } from './ownPersona.js';
import { reviewMemory } from './reviewMemory.js';
import { userText } from './text.js';

const input = z.object({ personaId: z.string(), summary: userText(2_000).nullish() });

/**
 * Corrects the summary of the older part of a conversation, or has it forgotten if there is no text. A
 * forgotten part is not summarized again. Works for a withdrawn persona as well, because the owner may always
 * delete what is remembered.
 * @throws AppError BAD_USER_INPUT (also without a summary), NOT_FOUND; FORBIDDEN for a text if the viewer is
 *   too young
 */
export async function correctSummary(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, summary = null } = parseInput(input, raw);
  if (summary !== null) await assertOldEnough(ctx, viewer);
  const persona = await findOwnPersona(ctx, viewer, personaId);
  if (summary !== null) await reviewMemory(ctx, viewer, summary);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const shown = { conversation, active: true, summary: { $ne: null } };
    const latest = await em.findOne(Message, shown, { orderBy: { depth: 'desc' } });
    if (latest === null)
      throw new AppError('BAD_USER_INPUT', 'summary: the conversation has no summary yet', {
        field: 'summary',
      });
    await em.execute('update conversation set memory_revision = revision where id = ?', [conversation]);
    // Older summaries and those on other paths may repeat the error, which must not come back after a fork.
    await em.nativeUpdate(Message, { conversation, summary: { $ne: null } }, { summary: '' });
    if (summary !== null) await em.nativeUpdate(Message, { id: latest.id }, { summary });
  });
  return persona;
}
