import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { randomSlug } from '../../access/identifiers.js';
import { findOwnPersona } from '../../access/persona.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Persona } from '../../entities/Persona.js';
import { PersonaVersion, versionSelf } from '../../entities/PersonaVersion.js';
import { portraitAnswers, SelfPortrait } from '../../entities/SelfPortrait.js';
import { User } from '../../entities/User.js';
import { AppError } from '../../errors.js';
import { type Locale, locales } from '../../locale.js';
import { QUESTIONNAIRE_VERSION } from '../../measurement/questionnaire/questionnaire.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';
import { parseInput } from '../input.js';
import { answersInput, checkAnswers } from '../survey/parseSubmission.js';
import { startPracticeVersion } from '../survey/startVersions.js';

const input = z.object({ answers: answersInput, locale: z.enum(locales).nullish() });

/**
 * Stores the viewer's answers about themselves and starts a version of their practice persona, in one commit.
 * The first answers are also used for the comparison in existing versions. Later answers only affect later
 * versions, so that a person cannot probe the friends' answers by changing their own.
 * @returns the practice persona
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN if the viewer is too young
 */
export async function answerAboutMyself(ctx: Context, viewer: Viewer, raw: unknown): Promise<Persona> {
  const { locale, ...given } = parseInput(input, raw);
  const answers = checkAnswers(QUESTIONNAIRE_VERSION, given.answers);
  if (answers.some(({ text }) => text !== undefined))
    throw new AppError('BAD_USER_INPUT', 'answers: open questions are for friends only', {
      field: 'answers',
    });
  await assertOldEnough(ctx, viewer);
  const { userId } = viewer;
  await ctx.limits.take('practice', userId, ctx.address);
  await ctx.budget.assertLeft(ctx.em, userId);
  const self = { relation: 'SELF', closeness: null, elapsedMs: null, answers };
  const answering = ctx.em.fork().transactional(async (em) => {
    // Serializes two tabs that answer at once, so that they create two versions.
    await em.execute('select 1 from account where id = ? for no key update', [userId]);
    const sealed = portraitAnswers.seal(em, userId, answers);
    await em.upsert(SelfPortrait, { owner: userId, questionnaire: QUESTIONNAIRE_VERSION, answers: sealed });
    const incomplete = { self: null, persona: { owner: userId } };
    for (const { id } of await em.find(PersonaVersion, incomplete, { fields: ['id'] }))
      await em.nativeUpdate(PersonaVersion, { id, self: null }, { self: versionSelf.seal(em, id, self) });
    const persona = await getOrCreatePracticePersona(em, userId, locale ?? null);
    const last = await em.findOne(PersonaVersion, { persona }, { orderBy: { number: 'desc' } });
    return startPracticeVersion(em, ctx.queue, persona.id, { number: (last?.number ?? 0) + 1, self });
  });
  const personaChange = await answering.catch(foreignKeyToNotFound);
  ctx.pubsub.publish('personaChanged', personaChange);
  return findOwnPersona(ctx, viewer, personaChange.id);
}

/**
 * Returns a person's practice persona and creates it the first time. The caller has locked the account.
 * @param locale null keeps the current language, initially EN
 */
async function getOrCreatePracticePersona(
  em: EntityManager,
  owner: string,
  locale: Locale | null,
): Promise<Persona> {
  const earlier = await em.findOne(Persona, { owner, survey: null });
  if (earlier !== null) {
    if (locale !== null) await em.nativeUpdate(Persona, { id: earlier.id }, { locale });
    return earlier;
  }
  const { givenName } = await em.findOneOrFail(User, owner);
  const persona = { id: randomUUID(), owner, slug: randomSlug(), name: givenName, locale: locale ?? 'EN' };
  await em.insert(Persona, persona);
  return em.findOneOrFail(Persona, persona.id);
}
