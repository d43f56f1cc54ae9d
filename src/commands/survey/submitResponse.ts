import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Loaded, QueryResult } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isOpaqueToken } from '../../access/identifiers.js';
import type { Context } from '../../context.js';
import { ageStatus, asksOpenQuestions, type Consent } from '../../entities/age.js';
import { dayOf } from '../../entities/day.js';
import { ratingOf, Response, responseAnswers } from '../../entities/Response.js';
import { dataKeysOf } from '../../entities/sealed.js';
import { Survey } from '../../entities/Survey.js';
import type { PersonaChange } from '../../entities/transitions/personaVersion.js';
import { User } from '../../entities/User.js';
import { AppError, notFound } from '../../errors.js';
import { type Answer, canonicalAnswers, type Rating } from '../../measurement/answers.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';
import { parseSubmission, type Submission } from './parseSubmission.js';
import { releaseAnswers } from './releases.js';

interface SurveyProgress {
  revision: number;
  releases: number;
  unreleased: number;
}

interface Outcome {
  receipt: string;
  /** Null for a retry of a response that was already counted. */
  progress: SurveyProgress | null;
  personaChange: PersonaChange | null;
}

/**
 * Stores and counts a friend's response. A response that completes a release starts the saga. Response,
 * counter, version and job are one commit. Idempotent for the same clientKey and content.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, FORBIDDEN (the viewer's own survey), SURVEY_CLOSED (also if the
 *   owner is too young), DUPLICATE_RESPONSE, IDEMPOTENCY_CONFLICT, RATE_LIMITED (the survey's limit)
 */
export async function submitResponse(
  ctx: Context,
  raw: unknown,
): Promise<{ receipt: string; survey: Loaded<Survey, 'owner'> }> {
  const submission = parseSubmission(raw);
  const { slug } = submission;
  const survey = isOpaqueToken(slug) ? await ctx.em.findOne(Survey, { slug }, { populate: ['owner'] }) : null;
  if (survey === null) throw notFound();
  if (ctx.viewer?.userId === survey.owner.id)
    throw new AppError('FORBIDDEN', 'This survey is about you. Only others can answer it.');
  const row = toRow(ctx.em, submission, survey);

  const outcome = await ctx.em
    .transactional(async (em): Promise<Outcome> => {
      const inserted = await em
        .createQueryBuilder(Response)
        .insert(row)
        .onConflict()
        .ignore()
        .execute<QueryResult>();
      if (inserted.affectedRows === 0)
        return { receipt: await earlierReceipt(em, row, submission), progress: null, personaChange: null };
      if (survey.status !== 'OPEN') throw closed();
      // Counted here, so that only new and valid responses use up the survey's limit.
      await ctx.limits.take('submitPerSurvey', survey.id, ctx.address);
      // Read again, because the owner may have stated their age since the survey was found.
      const { consent } = await em.findOneOrFail(User, survey.owner.id, {
        failHandler: notFound,
        refresh: true,
      });
      if (ageStatus(consent) === 'TOO_YOUNG') throw closed();
      assertNoOpenText(consent, submission.answers);
      // This row lock makes the count exact: only one of several simultaneous responses is the third. It is
      // taken last, so that a survey with many concurrent responses is locked for the shortest time.
      const [progress] = await em.execute<SurveyProgress[]>(
        `update survey set response_count = response_count + 1, unreleased = unreleased + 1, revision = revision + 1
         where id = ? and status = 'OPEN' returning revision, releases, unreleased`,
        [survey.id],
      );
      if (progress === undefined) throw closed();
      const personaChange = await releaseAnswers(em, ctx.queue, { id: survey.id, ...progress });
      return { receipt: row.receipt, progress, personaChange };
    })
    .catch(foreignKeyToNotFound);
  if (outcome.progress !== null) announce(ctx, survey.id, outcome.progress, outcome.personaChange);
  return { receipt: outcome.receipt, survey };
}

const closed = (): AppError => new AppError('SURVEY_CLOSED', 'This survey is closed.');

/** What must be the same in a retry. */
const contentOf = ({ relation, closeness, answers }: Omit<Rating, 'elapsedMs'>): string =>
  JSON.stringify([relation, closeness, canonicalAnswers(answers)]);

function toRow(em: EntityManager, { fingerprint, ...submission }: Submission, survey: Survey) {
  const id = randomUUID();
  const isPlain = dataKeysOf(em).current === null;
  return {
    id,
    survey: survey.id,
    clientKey: submission.clientKey,
    contentHash: isPlain ? createHash('sha256').update(contentOf(submission)).digest('hex') : '',
    device:
      fingerprint === null
        ? null
        : createHmac('sha256', survey.deviceSecret).update(fingerprint).digest('hex'),
    receipt: randomBytes(24).toString('base64url'),
    relation: submission.relation,
    closeness: submission.closeness,
    elapsedMs: submission.elapsedMs,
    answers: responseAnswers.seal(em, id, submission.answers),
    submittedOn: dayOf(),
  };
}

/**
 * Rejects answers to open questions if the owner is a minor, because they are not asked then.
 * @param consent the owner's
 * @throws AppError BAD_USER_INPUT naming the question
 */
function assertNoOpenText(consent: Consent | null, answers: Answer[]): void {
  const written = answers.find(({ text }) => text !== undefined);
  if (written !== undefined && !asksOpenQuestions(consent))
    throw new AppError('BAD_USER_INPUT', `answers: ${written.questionId} is not asked in this survey`, {
      field: 'answers',
    });
}

/** Handles a conflict of the insert: a retry gets its receipt, anything else is rejected. */
async function earlierReceipt(
  em: EntityManager,
  row: ReturnType<typeof toRow>,
  submission: Submission,
): Promise<string> {
  const earlier = await em.findOne(Response, { survey: row.survey, clientKey: row.clientKey });
  if (earlier === null)
    throw new AppError('DUPLICATE_RESPONSE', 'This device has already answered this survey.');
  if (contentOf(ratingOf(em, earlier)) !== contentOf(submission))
    throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for another answer.');
  return earlier.receipt;
}

function announce(
  ctx: Context,
  surveyId: string,
  progress: SurveyProgress,
  personaChange: PersonaChange | null,
): void {
  ctx.pubsub.publish('surveyProgressed', { id: surveyId, revision: progress.revision });
  if (personaChange !== null) ctx.pubsub.publish('personaChanged', personaChange);
}
