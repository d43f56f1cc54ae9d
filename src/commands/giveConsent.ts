import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import type { Consent } from '../entities/consent.js';
import { isToBeAsked } from '../entities/isToBeAsked.js';
import { standingByAge } from '../entities/standingByAge.js';
import { locales } from '../mirror/questionnaire/locale.js';
import { User } from '../entities/User.js';
import { AppError, unauthenticated } from '../errors.js';
import { type Aged, applyAge } from './applyAge.js';
import { parseInput } from './parseInput.js';

const OLDEST_YEARS = 120;

const isPlausible = (month: string): boolean => {
  const today = new Date().toISOString().slice(0, 7);
  const earliest = `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`;
  return month <= today && month >= earliest;
};

const input = z.object({
  bornIn: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month, YYYY-MM' })
    .refine(isPlausible, { error: 'must be a month in which somebody alive was born' }),
  locale: z.enum(locales),
  version: z.string().regex(/^[\w.-]{1,40}$/, { error: 'must be 1 to 40 letters, digits, dots or dashes' }),
});

/**
 * Keeps the viewer's month of birth, once and for all, and the consent of whoever is old enough for one; what the age takes back
 * goes in the same commit. The same again answers the same; of two tabs that answer at once the first stands. Who was too young
 * can consent once they are old enough, born in the same month.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN for another content than what stands
 */
export async function giveConsent(ctx: Context, viewer: Viewer, raw: unknown): Promise<User> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const given = parseInput(input, raw);
  const { user, aged } = await ctx.em.fork().transactional(async (em) => {
    // The account first, as everybody locks it; of two answers the second one finds the first.
    await em.execute('select 1 from account where id = ? for no key update', [viewer.userId]);
    const user = await em.findOneOrFail(User, viewer.userId, { failHandler: unauthenticated });
    const stands = user.consent;
    if (!isToBeAsked(stands) || (stands !== null && stands.bornIn !== given.bornIn)) {
      if (isSame(stands, given)) return { user, aged: null };
      throw new AppError('FORBIDDEN', 'What you said then stands: it cannot be changed.');
    }
    const standing = standingByAge(given);
    // Nobody too young can consent: of what they sent the age stands alone.
    const version = standing === 'TOO_YOUNG' ? null : given.version;
    user.consent = { ...given, version, givenOn: new Date().toISOString().slice(0, 10) };
    return { user, aged: await applyAge(em, viewer.userId, standing) };
  });
  if (aged !== null) announce(ctx, aged);
  return user;
}

const isSame = (one: Consent | null, other: z.infer<typeof input>): boolean =>
  one !== null &&
  one.bornIn === other.bornIn &&
  one.locale === other.locale &&
  (one.version === null || one.version === other.version);

function announce({ pubsub }: Context, { surveys, personas, conversations }: Aged): void {
  for (const survey of surveys) pubsub.publish('surveyProgressed', survey);
  for (const persona of personas) pubsub.publish('personaChanged', persona);
  for (const conversation of conversations) pubsub.publish('conversationChanged', conversation);
}
