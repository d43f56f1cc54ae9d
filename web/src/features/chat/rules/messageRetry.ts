import { interruptibleWait } from '../../../api/connection';

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

const LONGEST_S = 15;

/**
 * How long to wait before a message is sent again, in milliseconds.
 * @param tries how often it was sent so far
 * @param retryAfter seconds that the server named
 */
export const messageRetryDelay = (tries: number, retryAfter?: number): number =>
  1_000 * Math.min(Math.max(retryAfter ?? 0, 2 ** (tries - 1)), LONGEST_S);

/** A wait that can be cut short. */
export function wakeableSleep() {
  let wakeUp: (() => void) | undefined;
  return {
    sleep: (milliseconds: number): Promise<void> => {
      const wait = interruptibleWait(milliseconds, false);
      wakeUp = wait.end;
      return wait.ended;
    },
    wake: (): void => wakeUp?.(),
  };
}
