import type { Failure } from '../api/failure';

/** What becomes of a response that did not get through. */
export type AfterFailure =
  | { next: 'again'; inMs: number }
  /** Sending it again could never help. */
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

/** What its author can still change, or the owner; with anything else the answers are of no more use. */
const mendable: readonly Refusal[] = ['SURVEY_CLOSED', 'CONTENT_REJECTED', 'BAD_USER_INPUT', 'BAD_REQUEST'];

export const isMendable = (code: Refusal): boolean => mendable.includes(code);

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Nothing is lost for a passing reason: what is not refused for good is sent again, less and less often, and never before the
 * server wants it.
 * @param tries how often it was sent so far, at least once
 * @param random 0 to below 1: a class that was refused together does not come back together
 */
export function afterFailure(failure: Failure, tries: number, random: number): AfterFailure {
  const code = refusals.find((one) => one === failure.code);
  if (code !== undefined) return { next: 'refused', code };
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.75 + random / 2);
  return { next: 'again', inMs: Math.max(wait, (failure.retryAfter ?? 0) * 1_000) };
}
