import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { type AgeStatus, ageStatusByAge, canAskForConsent, type Consent } from '../../entities/age.js';
import { dayOf } from '../../entities/day.js';
import { User } from '../../entities/User.js';
import { AppError, unauthenticated } from '../../errors.js';
import { locales } from '../../locale.js';
import { parseInput } from '../input.js';

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
    .refine(isPlausible, { error: 'must be a plausible month of birth' }),
  locale: z.enum(locales),
  version: z.string().regex(/^[\w.-]{1,40}$/, { error: 'must be 1 to 40 letters, digits, dots or dashes' }),
});

/**
 * Stores the viewer's month of birth permanently, and their consent if they are old enough. Changes that
 * follow from the age are made in the same commit. Idempotent for the same input; the first of two concurrent
 * calls wins. A viewer who was too young can consent when old enough, with the same month of birth.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN if the input differs from what is stored
 */
export async function giveConsent(ctx: Context, viewer: Viewer, raw: unknown): Promise<User> {
  await ctx.limits.take('conversation', viewer.userId, ctx.address);
  const given = parseInput(input, raw);
  const { user, aged } = await ctx.em.fork().transactional(async (em) => {
    // The account is locked first, as everywhere. A concurrent second call finds the first one's consent.
    await em.execute('select 1 from account where id = ? for no key update', [viewer.userId]);
    const user = await em.findOneOrFail(User, viewer.userId, { failHandler: unauthenticated });
    const earlier = user.consent;
    if (!canAskForConsent(earlier) || (earlier !== null && earlier.bornIn !== given.bornIn)) {
      if (isSame(earlier, given)) return { user, aged: null };
      throw new AppError('FORBIDDEN', 'Your earlier answer cannot be changed.');
    }
    const ageStatus = ageStatusByAge(given);
    // A person who is too young cannot consent, so only their age is stored.
    const version = ageStatus === 'TOO_YOUNG' ? null : given.version;
    user.consent = { ...given, version, givenOn: dayOf() };
    return { user, aged: await applyAge(em, viewer.userId, ageStatus) };
  });
  if (aged !== null) announce(ctx, aged);
  return user;
}

const isSame = (one: Consent | null, other: z.infer<typeof input>): boolean =>
  one !== null &&
  one.bornIn === other.bornIn &&
  one.locale === other.locale &&
  (one.version === null || one.version === other.version);

interface Changed {
  id: string;
  revision: number;
}

/** The rows changed because of an age, to be published. */
interface AgeChanges {
  surveys: Changed[];
  personas: Changed[];
  /** Identified by their personas' ids. */
  conversations: Changed[];
}

/**
 * Applies a newly stated age to an account's data, in the caller's transaction.
 * A minor reads no quotes, publishes no persona and shares no comparison. For an owner who is too young, surveys close,
 * their consent to the norms ends, and open invitations to compare are deleted.
 */
async function applyAge(em: EntityManager, owner: string, ageStatus: AgeStatus): Promise<AgeChanges> {
  if (ageStatus === 'ADULT') return { surveys: [], personas: [], conversations: [] };
  // Locks in the usual order (surveys, personas, conversations, messages). A different order can deadlock.
  const surveys = ageStatus === 'TOO_YOUNG' ? await closeSurveys(em, owner) : [];
  await em.execute('select 1 from persona where owner_id = ? order by id for no key update', [owner]);
  const personas = await em.execute<Changed[]>(
    'update persona set publication = null, revision = revision + 1 where owner_id = ? returning id, revision',
    [owner],
  );
  const theirs = 'persona_id in (select id from persona where owner_id = ? order by id)';
  const conversations = await em.execute<Changed[]>(
    `update conversation set revision = revision + 1 where ${theirs} returning persona_id as id, revision`,
    [owner],
  );
  await em.execute(
    `update message set evidence =
       (select coalesce(jsonb_agg(cited), '[]') from jsonb_array_elements(evidence) cited where cited ->> 'id' not like 'EV-Q%')
     where evidence is not null and conversation_id in (select id from conversation where ${theirs})`,
    [owner],
  );
  await em.execute(
    `with own as (select id from persona where owner_id = ?)
     update comparison set inviter_sharing = inviter_sharing and inviter_id not in (table own),
       accepter_sharing = accepter_sharing and accepter_id not in (table own)
     where id in (
       select id from comparison where (inviter_sharing or accepter_sharing)
         and (inviter_id in (table own) or accepter_id in (table own)) order by id for no key update)`,
    [owner],
  );
  if (ageStatus === 'TOO_YOUNG')
    await em.execute(
      'delete from comparison where accepter_id is null and inviter_id in (select id from persona where owner_id = ?)',
      [owner],
    );
  return { surveys, personas, conversations };
}

/** Closes open surveys and withdraws their consent to the norms. */
const closeSurveys = (em: EntityManager, owner: string): Promise<Changed[]> =>
  em.execute<Changed[]>(
    `update survey set status = 'CLOSED', norm_consent = false, revision = revision + 1
     where id in (select id from survey where owner_id = ? and (status = 'OPEN' or norm_consent) order by id for no key update)
     returning id, revision`,
    [owner],
  );

function announce({ pubsub }: Context, { surveys, personas, conversations }: AgeChanges): void {
  for (const survey of surveys) pubsub.publish('surveyProgressed', survey);
  for (const persona of personas) pubsub.publish('personaChanged', persona);
  for (const conversation of conversations) pubsub.publish('conversationChanged', conversation);
}
