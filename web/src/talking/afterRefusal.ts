/** What becomes of a message that was not taken. */
export type NextStep =
  /** It is sent again by itself, with the same key. */
  | 'wait'
  /** It goes back to where it was written, to be said otherwise. */
  | 'giveBack'
  /** It stays where it is until its owner tries again. */
  | 'ask';

const byItself = new Set(['OFFLINE', 'RATE_LIMITED', 'SERVICE_UNAVAILABLE']);
const asItStandsNever = new Set([
  'CONTENT_REJECTED',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'PERSONA_NOT_READY',
]);

/** @param code why the server did not take it (docs/errors.md), or OFFLINE */
export const afterRefusal = (code: string): NextStep =>
  byItself.has(code) ? 'wait' : asItStandsNever.has(code) ? 'giveBack' : 'ask';
