/** What to do with a message that the server did not accept. */
type MessageRetry =
  /** Send it again automatically, with the same client key. */
  | 'retry'
  /** Put it back into the input field, to be reworded. */
  | 'returnToDraft'
  /** Keep it where it is until its author retries. */
  | 'askAuthor';

const temporary = new Set(['OFFLINE', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE']);
const permanent = new Set([
  'CONTENT_REJECTED',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'PERSONA_NOT_READY',
]);

/** @param code why the server did not accept it (docs/errors.md), or OFFLINE */
export const messageRetry = (code: string): MessageRetry =>
  temporary.has(code) ? 'retry' : permanent.has(code) ? 'returnToDraft' : 'askAuthor';

/** The longest wait in seconds: of our own choice, and if the server names one. */
const LONGEST_WAIT_S = { own: 15, named: 60 };

/**
 * How long to wait before a message is sent again, in milliseconds.
 * @param tries how often it was sent so far
 * @param retryAfter seconds that the server named
 * @param random 0 to below 1: clients that failed together do not retry together
 */
export const messageRetryDelay = (tries: number, retryAfter?: number, random = Math.random()): number =>
  1_000 *
  Math.max(Math.min(2 ** (tries - 1), LONGEST_WAIT_S.own), Math.min(retryAfter ?? 0, LONGEST_WAIT_S.named)) *
  (1 + random / 2);

/** Every other limit of the chat leaves room again within a minute. */
const LONGEST_LIMIT_S = 120;

/** Whether a message waits for the next day's budget for the model. */
export const waitsForBudget = ({ code, retryAfter = 0 }: { code: string; retryAfter?: number }): boolean =>
  code === 'RATE_LIMITED' && retryAfter > LONGEST_LIMIT_S;
