import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../../context.js';
import type { Outcome } from '../../database/groupCommit.js';
import type { Consent } from '../../entities/age.js';
import { ratingOf, type Response } from '../../entities/Response.js';
import type { PersonaChange } from '../../entities/transitions/personaVersion.js';
import { AppError } from '../../errors.js';
import { isConflict, isDatabaseUnavailable, isLockTimeout } from '../../sqlErrors.js';
import {
  type AnsweredSurvey,
  contentOf,
  type Decision,
  decideResponses,
  deviceOf,
  type EarlierResponse,
  type NewResponse,
  type ResponseRow,
} from './decideResponses.js';
import { releaseAnswers, type SurveyProgress } from './releases.js';

/** A response on its way into a shared commit. */
export interface SharedCommit {
  services: Services;
  response: NewResponse;
  /** Where it waits while another transaction holds its survey. */
  waitForSurvey?: (one: SharedCommit) => Promise<Stored>;
}

interface Stored {
  receipt: string;
  survey: AnsweredSurvey;
}

/**
 * Stores responses to any surveys in one commit. It waits for no survey that another transaction holds: those
 * responses wait elsewhere, so that one busy survey delays no other, and two commits never wait for each other.
 */
export const storeTogether = (items: SharedCommit[]): Promise<Outcome<Stored>[]> => store(items, false);

/** Stores responses to one survey in one commit, and waits for the survey. */
export const storeOfOneSurvey = (items: SharedCommit[]): Promise<Outcome<Stored>[]> => store(items, true);

async function store(items: SharedCommit[], waits: boolean): Promise<Outcome<Stored>[]> {
  const [first] = items;
  if (first === undefined) return [];
  const { services } = first;
  const responses = items.map(({ response }) => response);
  const em = services.orm.em.fork();
  try {
    const { decisions, progress, changes } = await em.transactional((tx) =>
      decideAndStore(tx, services, responses, waits),
    );
    for (const { id, revision } of progress) services.pubsub.publish('surveyProgressed', { id, revision });
    for (const change of changes) services.pubsub.publish('personaChanged', change);
    return decisions.map((decision, at): Outcome<Stored> => {
      if (decision === null) return waitElsewhere(items[at]);
      if ('error' in decision) return decision;
      const receipt = 'row' in decision ? decision.row.receipt : decision.receipt;
      return { value: { receipt, survey: decision.survey } };
    });
  } catch (error) {
    // Nothing is stored as far as this process knows. If the database is away, each response would fail too. If it did
    // commit, the client's retry finds the stored response. Otherwise each survey is decided for itself and then each response, so that one that
    // cannot be stored takes none with it.
    if (items.length === 1 || (isDatabaseUnavailable(error) && !isConflict(error))) throw error;
    // Each would wait for the same survey as long again.
    if (waits && isLockTimeout(error)) throw error;
    services.log.warn({ responses: items.length, error }, 'a shared commit failed and is taken apart');
    if (!waits) return items.map(waitElsewhere);
    const outcomes: Outcome<Stored>[] = [];
    for (const item of items)
      outcomes.push(...(await store([item], true).catch((own: unknown) => [{ error: own }])));
    return outcomes;
  }
}

function waitElsewhere(item: SharedCommit | undefined): Outcome<Stored> {
  if (item?.waitForSurvey === undefined) return { error: new Error('A locked survey was not waited for.') };
  return { value: item.waitForSurvey(item) };
}

/** @returns a decision for each response; null if its survey is held by another transaction */
async function decideAndStore(
  em: EntityManager,
  services: Services,
  responses: NewResponse[],
  waits: boolean,
): Promise<{ decisions: (Decision | null)[]; progress: SurveyProgress[]; changes: PersonaChange[] }> {
  const { surveys: locked, held } = await lockSurveys(
    em,
    [...new Set(responses.map(({ slug }) => slug))],
    waits,
  );
  const free = responses.filter(({ slug }) => !held.has(slug));
  const { surveys, earlier } = await readGrounds(em, free, locked);
  const limited = new Map<string, unknown>();
  const decided = await decideResponses(free, surveys, earlier, async (surveyId, address) => {
    // What was refused a moment ago is not asked again while the survey is locked.
    if (limited.has(surveyId)) throw limited.get(surveyId);
    await services.limits.take('submitPerSurvey', surveyId, address).catch((error: unknown) => {
      limited.set(surveyId, error);
      throw error;
    });
  });
  const progress = await insertAndCount(
    em,
    decided.flatMap((decision) => ('row' in decision ? [decision.row] : [])),
  );
  const changes = await releaseAnswers(em, services.queue, progress);
  const next = decided.values();
  return {
    decisions: responses.map(({ slug }) => (held.has(slug) ? null : (next.next().value ?? null))),
    progress,
    changes,
  };
}

const SURVEY = `id, slug, owner_id as "ownerId", owner_name as "ownerName", locale, status, questionnaire,
  device_secret as "deviceSecret"`;

/**
 * Locks surveys in the order of their ids. Their rows stay as they are read here until the commit, and with them
 * the numbers of answers: the counter is exact, and only one of several simultaneous responses is the third.
 * @returns the surveys by slug, and the slugs of those that another transaction holds, unless it waits for them
 */
async function lockSurveys(
  em: EntityManager,
  slugs: string[],
  waits: boolean,
): Promise<{ surveys: Map<string, LockedSurvey>; held: Set<string> }> {
  const locked = await em.execute<LockedSurvey[]>(
    `select ${SURVEY} from survey where slug in (:slugs) order by id for no key update ${waits ? '' : 'skip locked'}`,
    { slugs },
  );
  const known = new Set(locked.map(({ slug }) => slug));
  const missing = waits ? [] : slugs.filter((slug) => !known.has(slug));
  const held =
    missing.length === 0
      ? []
      : await em.execute<{ slug: string }[]>('select slug from survey where slug in (:missing)', { missing });
  const surveys = new Map(locked.map((survey) => [survey.slug, survey]));
  return { surveys, held: new Set(held.map(({ slug }) => slug)) };
}

type LockedSurvey = Omit<AnsweredSurvey, 'consent'>;

type ConflictRow = Pick<Response, 'id' | 'relation' | 'closeness' | 'elapsedMs' | 'answers'> &
  Omit<EarlierResponse, 'content'>;

/**
 * Reads what the responses are decided by: the owners' consents, and the stored responses that have the client key or
 * the device of a new one. After the lock, because an owner may have stated their age while it was waited for.
 */
async function readGrounds(
  em: EntityManager,
  responses: NewResponse[],
  locked: Map<string, LockedSurvey>,
): Promise<{ surveys: Map<string, AnsweredSurvey>; earlier: EarlierResponse[] }> {
  const keys = responses.flatMap(({ slug, fingerprint, row }) => {
    const survey = locked.get(slug);
    if (survey === undefined) return [];
    const device = fingerprint === null ? null : deviceOf(survey, fingerprint);
    return [{ survey: survey.id, key: row.client_key, device }];
  });
  if (keys.length === 0) return { surveys: new Map(), earlier: [] };
  const [grounds] = await em.execute<[{ consents: Record<string, Consent | null>; same: ConflictRow[] }]>(
    `with new as (select * from json_to_recordset(:keys::json) as new(survey uuid, key text, device text)),
       same as (select response.* from new join response on survey_id = survey and client_key = key
         union select response.* from new join response on survey_id = survey and response.device = new.device)
     select (select json_object_agg(id, consent) from account where id in (:owners)) as consents,
       (select coalesce(json_agg(json_build_object('id', id, 'surveyId', survey_id, 'clientKey', client_key,
          'device', device, 'receipt', receipt, 'relation', relation, 'closeness', closeness, 'elapsedMs', elapsed_ms,
          'answers', answers)), '[]') from same) as same`,
    { keys: JSON.stringify(keys), owners: [...new Set([...locked.values()].map(({ ownerId }) => ownerId))] },
  );
  const withConsent = [...locked].map(([slug, survey]): [string, AnsweredSurvey] => [
    slug,
    { ...survey, consent: grounds.consents[survey.ownerId] ?? null },
  ]);
  const earlier = grounds.same.map((row) => ({ ...row, content: contentOf(ratingOf(em, row)) }));
  return { surveys: new Map(withConsent), earlier };
}

/**
 * Stores the responses and counts them for their surveys.
 * @throws Error if an older version of this server has stored one of them in between; then nothing may be stored
 */
async function insertAndCount(em: EntityManager, rows: ResponseRow[]): Promise<SurveyProgress[]> {
  if (rows.length === 0) return [];
  const progress = await em.execute<(SurveyProgress & { added: number })[]>(
    `with new as (
       insert into response (id, survey_id, client_key, content_hash, device, receipt, relation, closeness,
         elapsed_ms, answers, submitted_on)
       select * from json_to_recordset(:rows::json) as row(id uuid, survey_id uuid, client_key text, content_hash text,
         device text, receipt text, relation text, closeness smallint, elapsed_ms int, answers jsonb, submitted_on date)
       on conflict do nothing returning survey_id
     ), counted as (select survey_id, count(*)::int as added from new group by survey_id)
     update survey set response_count = response_count + added, unreleased = unreleased + added,
       revision = revision + 1
     from counted where id = survey_id
     returning id, revision, releases, unreleased, response_count as "responseCount", added`,
    { rows: JSON.stringify(rows) },
  );
  const added = progress.reduce((sum, one) => sum + one.added, 0);
  if (added < rows.length)
    throw new AppError('SERVICE_UNAVAILABLE', 'Another response came in between. Try again.', {
      retryAfter: 1,
    });
  return progress;
}
