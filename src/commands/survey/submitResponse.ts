import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isOpaqueToken } from '../../access/identifiers.js';
import type { Context } from '../../context.js';
import { dayOf } from '../../entities/day.js';
import { responseAnswers } from '../../entities/Response.js';
import { dataKeysOf } from '../../entities/sealed.js';
import { AppError, notFound } from '../../errors.js';
import { type AnsweredSurvey, contentOf, type NewResponse } from './decideResponses.js';
import { parseSubmission, type Submission } from './parseSubmission.js';
import { type SharedCommit, storeOfOneSurvey, storeTogether } from './storeResponses.js';

/** Most responses in one commit: a few hundred kilobytes, and some milliseconds of a survey's lock. */
const SIZE = 50;
/** As many as a process serves requests at once. */
const WAITING = 1_000;

const overloaded = (): AppError =>
  new AppError('SERVICE_UNAVAILABLE', 'The server is overloaded. Try again.', { retryAfter: 2 });

/**
 * Stores and counts a friend's response. Responses that arrive within a few milliseconds share one commit, with
 * the counter of each survey and the version and job of each release. Each is decided by itself and in the order
 * of arrival, and this returns only after the commit. Idempotent for the same clientKey and content.
 * @throws AppError BAD_USER_INPUT, NOT_FOUND, FORBIDDEN (the viewer's own survey), SURVEY_CLOSED (also if the
 *   owner is too young), DUPLICATE_RESPONSE, IDEMPOTENCY_CONFLICT, RATE_LIMITED (the survey's limit),
 *   SERVICE_UNAVAILABLE (too many wait)
 */
export async function submitResponse(
  ctx: Context,
  raw: unknown,
): Promise<{ receipt: string; survey: AnsweredSurvey }> {
  const submission = parseSubmission(raw);
  if (!isOpaqueToken(submission.slug)) throw notFound();
  const item: SharedCommit = { services: ctx, response: newResponse(ctx, submission) };
  const alone = ctx.commits.lane(
    storeOfOneSurvey,
    { size: SIZE, atOnce: 4, waiting: WAITING, keyOf: ({ response }) => response.slug },
    overloaded,
  );
  const waitForSurvey = (one: SharedCommit) => alone.add(one);
  return ctx.commits
    .lane(storeTogether, { size: SIZE, atOnce: 2, waiting: WAITING }, overloaded)
    .add({ ...item, waitForSurvey });
}

/** What does not depend on the survey is made here, before any lock. */
function newResponse(ctx: Context, { fingerprint, ...submission }: Submission): NewResponse {
  const id = randomUUID();
  const content = contentOf(submission);
  return {
    slug: submission.slug,
    fingerprint,
    viewerId: ctx.viewer?.userId ?? null,
    address: ctx.address,
    content,
    openText: submission.answers.find(({ text }) => text !== undefined)?.questionId ?? null,
    row: {
      id,
      client_key: submission.clientKey,
      content_hash: plainHash(ctx.em, content),
      receipt: randomBytes(24).toString('base64url'),
      relation: submission.relation,
      closeness: submission.closeness,
      elapsed_ms: submission.elapsedMs,
      answers: responseAnswers.seal(ctx.em, id, submission.answers),
      submitted_on: dayOf(),
    },
  };
}

const plainHash = (em: EntityManager, content: string): string =>
  dataKeysOf(em).current === null ? createHash('sha256').update(content).digest('hex') : '';
