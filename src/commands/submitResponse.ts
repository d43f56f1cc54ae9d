import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Loaded, QueryResult } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { ageStanding } from '../entities/ageStanding.js';
import { Response } from '../entities/Response.js';
import type { PersonaMoved } from '../entities/followVersions.js';
import { Survey } from '../entities/Survey.js';
import { User } from '../entities/User.js';
import { AppError, notFound } from '../errors.js';
import { canonicalAnswers } from '../mirror/canonicalAnswers.js';
import { assertNoOpenText } from './assertNoOpenText.js';
import { deletedMeanwhile } from './deletedMeanwhile.js';
import { isOpaque } from './isOpaque.js';
import { parseSubmission, type Submission } from './parseSubmission.js';
import { releaseAnswers } from './releaseAnswers.js';

interface Counted {
  revision: number;
  releases: number;
  unreleased: number;
}

interface Outcome {
  receipt: string;
  /** Null for a retry of what was counted before. */
  counted: Counted | null;
  moved: PersonaMoved | null;
}

/**
 * Stores a friend's response and counts it; the one that completes a release starts the saga. Response, counter,
 * version and job are one commit. The same clientKey with the same content answers the same receipt again.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, FORBIDDEN (the owner's own survey), SURVEY_CLOSED (also where the owner is too young), DUPLICATE_RESPONSE,
 *   IDEMPOTENCY_CONFLICT
 */
export async function submitResponse(
  ctx: Context,
  raw: unknown,
): Promise<{ receipt: string; survey: Loaded<Survey, 'owner'> }> {
  const submission = parseSubmission(raw);
  const { slug } = submission;
  const survey = isOpaque(slug) ? await ctx.em.findOne(Survey, { slug }, { populate: ['owner'] }) : null;
  if (survey === null) throw notFound();
  if (ctx.viewer?.userId === survey.owner.id)
    throw new AppError('FORBIDDEN', 'This survey is about you: only others can answer it.');
  const row = toRow(submission, survey);

  const outcome = await ctx.em
    .transactional(async (em): Promise<Outcome> => {
      const inserted = await em
        .createQueryBuilder(Response)
        .insert(row)
        .onConflict()
        .ignore()
        .execute<QueryResult>();
      if (inserted.affectedRows === 0)
        return { receipt: await earlierReceipt(em, row), counted: null, moved: null };
      // As it stands now: the owner may have said the age since the survey was found.
      const { consent } = await em.findOneOrFail(User, survey.owner.id, {
        failHandler: notFound,
        refresh: true,
      });
      if (ageStanding(consent) === 'TOO_YOUNG') throw closed();
      assertNoOpenText(consent, row.answers);
      // The row lock that this takes is what makes the count exact: of simultaneous third answers only one is the third.
      // It is the last lock taken, so a survey that everybody answers at once is held for the shortest time.
      const [counted] = await em.execute<Counted[]>(
        `update survey set response_count = response_count + 1, unreleased = unreleased + 1, revision = revision + 1
         where id = ? and status = 'OPEN' returning revision, releases, unreleased`,
        [survey.id],
      );
      if (counted === undefined) throw closed();
      const moved = await releaseAnswers(em, ctx.queue, { id: survey.id, ...counted });
      return { receipt: row.receipt, counted, moved };
    })
    .catch(deletedMeanwhile);
  if (outcome.counted !== null) announce(ctx, survey.id, outcome.counted, outcome.moved);
  return { receipt: outcome.receipt, survey };
}

const closed = (): AppError => new AppError('SURVEY_CLOSED', 'This survey is closed.');

function toRow({ fingerprint, ...submission }: Submission, survey: Survey) {
  const content = [submission.relation, submission.closeness, canonicalAnswers(submission.answers)];
  return {
    id: randomUUID(),
    survey: survey.id,
    clientKey: submission.clientKey,
    contentHash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
    device:
      fingerprint === null
        ? null
        : createHmac('sha256', survey.deviceSecret).update(fingerprint).digest('hex'),
    receipt: randomBytes(24).toString('base64url'),
    relation: submission.relation,
    closeness: submission.closeness,
    elapsedMs: submission.elapsedMs,
    answers: submission.answers,
    submittedOn: new Date().toISOString().slice(0, 10),
  };
}

/** The insert met a row that is there already: a retry gets its receipt, anything else is refused. */
async function earlierReceipt(em: EntityManager, row: ReturnType<typeof toRow>): Promise<string> {
  const earlier = await em.findOne(Response, { survey: row.survey, clientKey: row.clientKey });
  if (earlier === null)
    throw new AppError('DUPLICATE_RESPONSE', 'An answer from this device is already there.');
  if (earlier.contentHash !== row.contentHash)
    throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for another answer.');
  return earlier.receipt;
}

function announce(ctx: Context, surveyId: string, counted: Counted, moved: PersonaMoved | null): void {
  ctx.pubsub.publish('surveyProgressed', { id: surveyId, revision: counted.revision });
  if (moved !== null) ctx.pubsub.publish('personaChanged', moved);
}
