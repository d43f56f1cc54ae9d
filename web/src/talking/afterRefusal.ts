/** What to do with a message that the server did not accept. */
export type MessageRetry =
  /** Send it again automatically, with the same client key. */
  | 'wait'
  /** Put it back into the input field, to be reworded. */
  | 'giveBack'
  /** Keep it where it is until its author retries. */
  | 'ask';

const transient = new Set(['OFFLINE', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE']);
const permanent = new Set([
  'CONTENT_REJECTED',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'PERSONA_NOT_READY',
]);

/** @param code why the server did not accept it (docs/errors.md), or OFFLINE */
export const messageRetry = (code: string): MessageRetry =>
  transient.has(code) ? 'wait' : permanent.has(code) ? 'giveBack' : 'ask';
