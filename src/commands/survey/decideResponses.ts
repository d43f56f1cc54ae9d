import { createHmac, createSecretKey } from 'node:crypto';
import { ageStatus, asksOpenQuestions, type Consent } from '../../entities/age.js';
import type { Response } from '../../entities/Response.js';
import type { Survey } from '../../entities/Survey.js';
import { AppError, notFound } from '../../errors.js';
import { canonicalAnswers, type Rating } from '../../measurement/answers.js';

/** A response that was sent and is not stored yet. */
export interface NewResponse {
  slug: string;
  fingerprint: string | null;
  viewerId: string | null;
  address: string;
  /** By contentOf. */
  content: string;
  /** The open question that it answers; null for none. */
  openText: string | null;
  /** The row, but for what the survey decides. */
  row: Pick<Response, 'id' | 'receipt' | 'relation' | 'closeness' | 'answers'> & {
    client_key: string;
    content_hash: string;
    elapsed_ms: number | null;
    submitted_on: string;
  };
}

/** A row to be stored. */
export type ResponseRow = NewResponse['row'] & { survey_id: string; device: string | null };

/** A survey as far as its answers need it. */
export interface AnsweredSurvey extends Pick<
  Survey,
  'id' | 'slug' | 'ownerName' | 'locale' | 'status' | 'questionnaire' | 'deviceSecret'
> {
  ownerId: string;
  /** The owner's. */
  consent: Consent | null;
}

/** A stored response that may be the same or of the same device. */
export interface EarlierResponse {
  surveyId: string;
  clientKey: string;
  device: string | null;
  receipt: string;
  content: string;
}

/** Counts a valid response towards its survey's limit. @throws AppError RATE_LIMITED */
type TakeLimit = (surveyId: string, address: string) => Promise<void>;

/** What becomes of a response: it is stored, it was stored before, or it is refused. */
export type Decision =
  | { row: ResponseRow; survey: AnsweredSurvey }
  | { receipt: string; survey: AnsweredSurvey }
  | { error: unknown };

/** What must be the same in a retry. */
export const contentOf = ({ relation, closeness, answers }: Omit<Rating, 'elapsedMs'>): string =>
  JSON.stringify([relation, closeness, canonicalAnswers(answers)]);

const closed = (): AppError => new AppError('SURVEY_CLOSED', 'This survey is closed.');
const keyOf = (surveyId: string, token: string): string => `${surveyId} ${token}`;

export const deviceOf = (survey: Pick<AnsweredSurvey, 'deviceSecret'>, fingerprint: string): string =>
  createHmac('sha256', createSecretKey(survey.deviceSecret, 'utf8')).update(fingerprint).digest('hex');

/**
 * Decides responses one after the other, each as if those before it were stored already.
 * @param surveys by slug, locked
 * @param earlier stored responses with the same client key or device as one of them
 * @returns in the same order
 */
export async function decideResponses(
  responses: readonly NewResponse[],
  surveys: ReadonlyMap<string, AnsweredSurvey>,
  earlier: readonly EarlierResponse[],
  takeLimit: TakeLimit,
): Promise<Decision[]> {
  const byKey = new Map(earlier.map((one) => [keyOf(one.surveyId, one.clientKey), one]));
  const devices = new Set(earlier.flatMap(({ surveyId, device }) => device && keyOf(surveyId, device)));
  const decisions: Decision[] = [];
  for (const response of responses) {
    const survey = surveys.get(response.slug);
    try {
      if (survey === undefined) throw notFound();
      if (response.viewerId === survey.ownerId)
        throw new AppError('FORBIDDEN', 'This survey is about you. Only others can answer it.');
      const device = response.fingerprint === null ? null : deviceOf(survey, response.fingerprint);
      const same = byKey.get(keyOf(survey.id, response.row.client_key));
      if (same === undefined) {
        if (device !== null && devices.has(keyOf(survey.id, device)))
          throw new AppError('DUPLICATE_RESPONSE', 'This device has already answered this survey.');
        await assertAccepted(response, survey, takeLimit);
        decisions.push({ row: { ...response.row, survey_id: survey.id, device }, survey });
        const { client_key: clientKey, receipt } = response.row;
        const now = { surveyId: survey.id, clientKey, device, receipt, content: response.content };
        byKey.set(keyOf(survey.id, clientKey), now);
        if (device !== null) devices.add(keyOf(survey.id, device));
      } else if (same.content === response.content) decisions.push({ receipt: same.receipt, survey });
      else throw new AppError('IDEMPOTENCY_CONFLICT', 'This clientKey was used for another answer.');
    } catch (error) {
      decisions.push({ error });
    }
  }
  return decisions;
}

/** @throws AppError SURVEY_CLOSED, RATE_LIMITED; BAD_USER_INPUT if it answers a question that minors are spared */
async function assertAccepted(
  { address, openText }: NewResponse,
  { id, status, consent }: AnsweredSurvey,
  takeLimit: TakeLimit,
): Promise<void> {
  if (status !== 'OPEN') throw closed();
  // Counted here, so that only new and valid responses use up the survey's limit.
  await takeLimit(id, address);
  if (ageStatus(consent) === 'TOO_YOUNG') throw closed();
  if (openText !== null && !asksOpenQuestions(consent))
    throw new AppError('BAD_USER_INPUT', `answers: ${openText} is not asked in this survey`, {
      field: 'answers',
    });
}
