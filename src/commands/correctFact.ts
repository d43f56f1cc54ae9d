import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Fact } from '../entities/Fact.js';
import type { Persona } from '../entities/Persona.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { findOwnFact } from './ownFact.js';
import { parseInput } from './parseInput.js';
import { reviewMemory } from './reviewMemory.js';
import { userText } from './text.js';

const input = z.object({ factId: z.string(), text: userText(280) });

/**
 * Corrects a remembered fact. If another fact already has the same text, the two are merged.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND; FORBIDDEN if the viewer is too young
 */
export async function correctFact(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { factId, text: factText } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const { persona } = await findOwnFact(ctx, viewer, factId);
  await reviewMemory(ctx, viewer, factText);
  await changeConversation(ctx, persona.id, async (em, conversation) => {
    await em.nativeDelete(Fact, { conversation, text: factText, id: { $ne: factId } });
    await em.nativeUpdate(Fact, { id: factId }, { text: factText, source: 'OWNER' });
  });
  return persona;
}
