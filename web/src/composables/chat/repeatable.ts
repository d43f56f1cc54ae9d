/** Remembers the last attempt, so that it can be retried if it failed. */
export function retryLast() {
  let last: (() => Promise<unknown>) | undefined;
  return {
    attempt<Result>(action: () => Promise<Result>): Promise<Result> {
      last = action;
      return action();
    },
    async retry(): Promise<void> {
      await last?.();
    },
  };
}
