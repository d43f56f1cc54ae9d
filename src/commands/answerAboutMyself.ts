import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import type { Persona } from '../entities/Persona.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { SelfPortrait } from '../entities/SelfPortrait.js';
import { locales } from '../mirror/questionnaire/locale.js';
import { AppError } from '../errors.js';
import { QUESTIONNAIRE_VERSION } from '../mirror/questionnaire/questionnaire.js';
import { assertOldEnough } from './assertOldEnough.js';
import { answersInput, checkAnswers } from './checkAnswers.js';
import { deletedMeanwhile } from './deletedMeanwhile.js';
import { ownPersona } from './ownPersona.js';
import { parseInput } from './parseInput.js';
import { practicePersona } from './practicePersona.js';
import { startVersion } from './startVersion.js';

const input = z.object({ answers: answersInput, locale: z.enum(locales).nullish() });

/**
 * Keeps what the viewer answers about themselves, and starts the making of their practice persona from it, in one commit.
 * Versions that were made before there were such answers are compared with these, the first ones; what is answered later
 * counts for later versions only, so that nobody can try answers out against what friends said.
 * @returns the practice persona
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN for whoever is too young
 */
export async function answerAboutMyself(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { answers: given, locale } = parseInput(input, raw);
  const answers = checkAnswers(QUESTIONNAIRE_VERSION, given);
  if (answers.some(({ text }) => text !== undefined))
    throw new AppError('BAD_USER_INPUT', 'answers: the open questions are for friends', { field: 'answers' });
  await assertOldEnough(ctx, viewer);
  const { userId } = viewer;
  await ctx.limits.take('practice', userId, ctx.address);
  const self = { relation: 'SELF', closeness: null, elapsedMs: null, answers };
  const answering = ctx.em.fork().transactional(async (em) => {
    // Two tabs that answer at once make two versions, one after the other.
    await em.execute('select 1 from account where id = ? for no key update', [userId]);
    await em.upsert(SelfPortrait, { owner: userId, questionnaire: QUESTIONNAIRE_VERSION, answers });
    // Not nativeUpdate: by a condition on the persona it would store the JSON as a string.
    await em.execute(
      'update persona_version set self = ? where self is null and persona_id in (select id from persona where owner_id = ?)',
      [JSON.stringify(self), userId],
    );
    const persona = await practicePersona(em, userId, locale ?? null);
    const last = await em.findOne(PersonaVersion, { persona }, { orderBy: { number: 'desc' } });
    return startVersion(em, ctx.queue, persona.id, { number: (last?.number ?? 0) + 1, self });
  });
  const moved = await answering.catch(deletedMeanwhile);
  ctx.pubsub.publish('personaChanged', moved);
  return ownPersona(ctx, viewer, moved.id);
}
