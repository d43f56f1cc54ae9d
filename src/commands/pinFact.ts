import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Fact, MAX_FACTS } from '../entities/Fact.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { parseInput } from './parseInput.js';
import { findReadyPersona } from './readyPersona.js';
import { reviewMemory } from './reviewMemory.js';
import { userText } from './text.js';

const input = z.object({ personaId: z.string(), text: userText(280) });

/**
 * Makes the persona remember a fact permanently. Idempotent for the same text.
 * @throws AppError BAD_USER_INPUT (also at the maximum number of facts), NOT_FOUND, PERSONA_NOT_READY;
 *   FORBIDDEN if the viewer is too young
 */
export async function pinFact(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, text: factText } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const persona = await findReadyPersona(ctx, viewer, personaId);
  await reviewMemory(ctx, viewer, factText);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const fact = { id: randomUUID(), conversation, text: factText, source: 'OWNER' as const };
    await em.createQueryBuilder(Fact).insert(fact).onConflict().ignore().execute();
    if ((await em.count(Fact, { conversation })) > MAX_FACTS)
      throw new AppError('BAD_USER_INPUT', `text: the mirror remembers at most ${MAX_FACTS} facts`, {
        field: 'text',
      });
  });
  return persona;
}
