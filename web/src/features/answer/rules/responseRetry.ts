import type { Failure } from '../../../api/failure';

/** What to do with a response that was not accepted. */
type ResponseRetry =
  | { next: 'again'; inMs: number }
  /** Sending it again cannot help. */
  | { next: 'refused'; code: Refusal };

export const refusals = [
  'SURVEY_CLOSED',
  'DUPLICATE_RESPONSE',
  'NOT_FOUND',
  'IDEMPOTENCY_CONFLICT',
  'FORBIDDEN',
  'CONTENT_REJECTED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
] as const;

export type Refusal = (typeof refusals)[number];

/** Refusals that the friend or the owner can resolve. After any other, the answers are of no use. */
const resolvable: readonly Refusal[] = ['SURVEY_CLOSED', 'CONTENT_REJECTED', 'BAD_USER_INPUT', 'BAD_REQUEST'];

export const isResolvable = (code: Refusal): boolean => resolvable.includes(code);

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Decides whether a response is sent again. A temporary failure loses nothing: the response is sent again,
 * with growing waits that are never shorter than the server asks for.
 * @param tries how often it was sent so far, at least once
 * @param random 0 to below 1: clients that failed together do not retry together
 */
export function responseRetry(failure: Failure, tries: number, random: number): ResponseRetry {
  const code = refusals.find((one) => one === failure.code);
  if (code !== undefined) return { next: 'refused', code };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.75 + random / 2);
  const asked = (failure.retryAfter ?? 0) * 1_000 * (1 + random / 2);
  return { next: 'again', inMs: Math.max(wait, asked) };
}
