import { randomToken } from '../../../device/deviceToken';

/**
 * Client keys of attempts. An attempt without an answer may have arrived, so the next attempt at the same
 * thing reuses its key. After an answer, the next attempt gets a new key.
 */
export function reusableClientKeys(newKey: () => string = randomToken) {
  const keys = new Map<string, string>();
  /** @param send resolves with undefined if it is unknown whether the request arrived */
  return async <Answer>(
    what: string,
    send: (clientKey: string) => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> => {
    const key = keys.get(what) ?? newKey();
    keys.set(what, key);
    const answer = await send(key);
    if (answer !== undefined) keys.delete(what);
    return answer;
  };
}
