import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { randomSlug } from '../../access/identifiers.js';
import { assertOldEnough } from '../../access/viewer.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { addToCounts } from '../../entities/DailyCount.js';
import { Persona } from '../../entities/Persona.js';
import { MAX_SURVEYS, Survey } from '../../entities/Survey.js';
import { User } from '../../entities/User.js';
import { AppError, unauthenticated } from '../../errors.js';
import { locales } from '../../locale.js';
import { QUESTIONNAIRE_VERSION } from '../../measurement/questionnaire/questionnaire.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';
import { parseInput, userLine } from '../input.js';

const input = z.object({
  title: userLine(120).nullish(),
  locale: z.enum(locales).nullish(),
  displayName: userLine(60).nullish(),
  normConsent: z.boolean().nullish(),
  from: z.string().nullish(),
});

/** How the app names the public page that a person came from. */
const PUBLIC_PAGE = /^p:([\w-]{22})$/;

/**
 * Creates a survey about the viewer. Its persona exists from the start as PENDING, so that the owner can
 * subscribe to it.
 * @throws AppError BAD_USER_INPUT; FORBIDDEN if the viewer is too young or has too many surveys
 */
export async function createSurvey(ctx: Context, viewer: Viewer, raw: unknown): Promise<Survey> {
  const { title, locale, displayName, normConsent, from } = parseInput(input, raw);
  await assertOldEnough(ctx, viewer);
  const creating = ctx.em.transactional(async (em) => {
    // Held until the commit, so that concurrent calls of one user count one after the other.
    await em.execute('select 1 from account where id = ? for no key update', [viewer.userId]);
    const owner = await em.findOneOrFail(User, viewer.userId, { failHandler: unauthenticated });
    const surveys = await em.count(Survey, { owner });
    if (surveys >= MAX_SURVEYS)
      throw new AppError(
        'FORBIDDEN',
        `You have ${MAX_SURVEYS} surveys. Delete one before you create another.`,
      );
    const name = displayName ?? owner.givenName;
    const survey = em.create(Survey, {
      id: randomUUID(),
      owner,
      slug: randomSlug(),
      title: title ?? null,
      ownerName: name,
      locale: locale ?? 'EN',
      questionnaire: QUESTIONNAIRE_VERSION,
      normConsent: normConsent ?? false,
      deviceSecret: randomBytes(32).toString('base64url'),
      createdAt: new Date(),
    });
    em.create(Persona, { id: randomUUID(), owner, survey, slug: randomSlug(), name, locale: survey.locale });
    return { survey, isFirst: surveys === 0 };
  });
  // The account was deleted in the meantime.
  const { survey, isFirst } = await creating.catch(foreignKeyToNotFound);
  if (isFirst) await countNewOwner(ctx, from);
  return survey;
}

/**
 * Counts that a public page led to a first survey, without whose. Anything but a published page is ignored. After
 * the commit, because a number that is lost is not worth an error.
 */
async function countNewOwner({ orm, log }: Context, from: string | null | undefined): Promise<void> {
  const slug = PUBLIC_PAGE.exec(from ?? '')?.[1];
  if (slug === undefined) return;
  const em = orm.em.fork();
  try {
    if ((await em.count(Persona, { slug, publication: { $ne: null } })) > 0)
      await addToCounts(em, [{ slug, kind: 'NEW_OWNER', times: 1 }]);
  } catch (error) {
    log.warn({ error }, 'new owner not counted');
  }
}
