import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { parseInput } from './parseInput.js';
import { ownPersona } from './ownPersona.js';
import { reviewMemory } from './reviewMemory.js';
import { text } from './text.js';

const input = z.object({ personaId: z.string(), summary: text(2_000).nullish() });

/**
 * Puts right what the mirror remembers of the older part of the talk, or has it forgotten: without a text nothing is
 * remembered of it, and it is not put in short again.
 * Also where the persona was withdrawn: what is remembered is the owner's to delete.
 * @throws AppError BAD_USER_INPUT (also while there is no summary), NOT_FOUND; FORBIDDEN for a text of whoever is too young
 */
export async function correctSummary(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, summary: told = null } = parseInput(input, raw);
  if (told !== null) await assertOldEnough(ctx, viewer);
  const persona = await ownPersona(ctx, viewer, personaId);
  if (told !== null) await reviewMemory(ctx, viewer, told);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const shown = { conversation, active: true, summary: { $ne: null } };
    const latest = await em.findOne(Message, shown, { orderBy: { depth: 'desc' } });
    if (latest === null)
      throw new AppError('BAD_USER_INPUT', 'summary: there is none yet', { field: 'summary' });
    await em.execute('update conversation set memory_revision = revision where id = ?', [conversation]);
    // Older summaries and those of other lines tell of the same: what was wrong must not come back by a fork.
    await em.nativeUpdate(Message, { conversation, summary: { $ne: null } }, { summary: '' });
    if (told !== null) await em.nativeUpdate(Message, { id: latest.id }, { summary: told });
  });
  return persona;
}
