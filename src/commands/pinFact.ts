import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { Fact, MOST_FACTS } from '../entities/Fact.js';
import type { Persona } from '../entities/Persona.js';
import { AppError } from '../errors.js';
import { assertOldEnough } from './assertOldEnough.js';
import { changeConversation } from './changeConversation.js';
import { parseInput } from './parseInput.js';
import { readyPersona } from './readyPersona.js';
import { reviewMemory } from './reviewMemory.js';
import { text } from './text.js';

const input = z.object({ personaId: z.string(), text: text(280) });

/**
 * Has the mirror remember something for good. Pinned twice, it is remembered once.
 * @throws AppError BAD_USER_INPUT (also when there are facts enough), NOT_FOUND, PERSONA_NOT_READY; FORBIDDEN for whoever is too young
 */
export async function pinFact(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { personaId, text: told } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const persona = await readyPersona(ctx, viewer, personaId);
  await reviewMemory(ctx, viewer, told);
  await changeConversation(ctx, personaId, async (em, conversation) => {
    const fact = { id: randomUUID(), conversation, text: told, source: 'OWNER' as const };
    await em.createQueryBuilder(Fact).insert(fact).onConflict().ignore().execute();
    if ((await em.count(Fact, { conversation })) > MOST_FACTS)
      throw new AppError('BAD_USER_INPUT', `text: the mirror remembers ${MOST_FACTS} facts at the most`, {
        field: 'text',
      });
  });
  return persona;
}
