/**
 * Lets callers share questions without getting an old answer: those that come while an answer is under way share the next
 * one, which is asked for after their call.
 * @returns asks; @throws what asking throws, to all that share it
 */
export function sharedAsk<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  /** One that has not begun. */
  let next: Promise<T> | undefined;
  return () => {
    if (next !== undefined) return next;
    const asked = running.then(() => {
      next = undefined;
      return ask();
    });
    running = asked.catch(() => undefined);
    return (next = asked);
  };
}
