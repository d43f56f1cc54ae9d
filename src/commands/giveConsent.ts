import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Context, Viewer } from '../context.js';
import { asksOpenQuestions } from '../entities/asksOpenQuestions.js';
import type { Consent } from '../entities/consent.js';
import { locales } from '../entities/Survey.js';
import { User } from '../entities/User.js';
import { AppError, unauthenticated } from '../errors.js';
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
 * Keeps the viewer's consent and month of birth, once and for all. The same again answers the same; of two tabs that answer at
 * once the first stands.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN for another content than what stands
 */
export async function giveConsent(ctx: Context, viewer: Viewer, raw: unknown): Promise<User> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const given: Consent = { ...parseInput(input, raw), givenOn: new Date().toISOString().slice(0, 10) };
  return ctx.em.fork().transactional(async (em) => {
    const [kept] = await em.execute<{ id: string }[]>(
      'update account set consent = ? where id = ? and consent is null returning id',
      [JSON.stringify(given), viewer.userId],
    );
    const user = await em.findOneOrFail(User, viewer.userId, { failHandler: unauthenticated });
    if (kept === undefined && !isSame(user.consent, given))
      throw new AppError('FORBIDDEN', 'What you said then stands: it cannot be changed.');
    if (kept !== undefined && !asksOpenQuestions(given)) await forgetCitedQuotes(em, viewer.userId);
    return user;
  });
}

const isSame = (one: Consent | null, other: Consent): boolean =>
  one !== null && one.bornIn === other.bornIn && one.locale === other.locale && one.version === other.version;

/** Whoever is not of age reads nothing that friends wrote: what replies cited of it, before anybody asked for the age, goes too. */
async function forgetCitedQuotes(em: EntityManager, userId: string): Promise<void> {
  await em.execute(
    `update message set evidence =
       (select coalesce(jsonb_agg(cited), '[]') from jsonb_array_elements(evidence) cited where cited ->> 'id' not like 'EV-Q%')
     where evidence is not null and conversation_id in
       (select conversation.id from conversation join persona on persona.id = persona_id where owner_id = ?)`,
    [userId],
  );
}
