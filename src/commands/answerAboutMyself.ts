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
import { foreignKeyToNotFound } from './deletedMeanwhile.js';
import { findOwnPersona } from './ownPersona.js';
import { parseInput } from './parseInput.js';
import { getOrCreatePracticePersona } from './practicePersona.js';
import { startVersion } from './startVersion.js';

const input = z.object({ answers: answersInput, locale: z.enum(locales).nullish() });

/**
 * Stores the viewer's answers about themselves and starts a version of their practice persona, in one commit.
 * The first answers are also used for the comparison in existing versions. Later answers only affect later
 * versions, so that a person cannot probe the friends' answers by changing their own.
 * @returns the practice persona
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN if the viewer is too young
 */
export async function answerAboutMyself(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { answers: given, locale } = parseInput(input, raw);
  const answers = checkAnswers(QUESTIONNAIRE_VERSION, given);
  if (answers.some(({ text }) => text !== undefined))
    throw new AppError('BAD_USER_INPUT', 'answers: open questions are for friends only', {
      field: 'answers',
    });
  await assertOldEnough(ctx, viewer);
  const { userId } = viewer;
  await ctx.limits.take('practice', userId, ctx.address);
  const self = { relation: 'SELF', closeness: null, elapsedMs: null, answers };
  const answering = ctx.em.fork().transactional(async (em) => {
    // Serializes two tabs that answer at once, so that they create two versions.
    await em.execute('select 1 from account where id = ? for no key update', [userId]);
    await em.upsert(SelfPortrait, { owner: userId, questionnaire: QUESTIONNAIRE_VERSION, answers });
    // Not nativeUpdate, which would store the JSON as a string when the condition involves the persona.
    await em.execute(
      'update persona_version set self = ? where self is null and persona_id in (select id from persona where owner_id = ?)',
      [JSON.stringify(self), userId],
    );
    const persona = await getOrCreatePracticePersona(em, userId, locale ?? null);
    const last = await em.findOne(PersonaVersion, { persona }, { orderBy: { number: 'desc' } });
    return startVersion(em, ctx.queue, persona.id, { number: (last?.number ?? 0) + 1, self });
  });
  const personaChange = await answering.catch(foreignKeyToNotFound);
  ctx.pubsub.publish('personaChanged', personaChange);
  return findOwnPersona(ctx, viewer, personaChange.id);
}
