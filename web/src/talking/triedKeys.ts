/**
 * Keys of what was tried. A try that got no answer may have arrived: the next one is sent with its key, and what is done again
 * after an answer is something new.
 */
export function triedKeys(newKey: () => string = () => crypto.randomUUID()) {
  const keys = new Map<string, string>();
  /** @param send answers undefined where nobody knows whether it arrived */
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
