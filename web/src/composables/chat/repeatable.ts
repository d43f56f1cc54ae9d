/** Remembers what was tried last, so that it can be tried again where it failed. */
export function repeatable() {
  let last: (() => Promise<unknown>) | undefined;
  return {
    attempt<Result>(deed: () => Promise<Result>): Promise<Result> {
      last = deed;
      return deed();
    },
    async retry(): Promise<void> {
      await last?.();
    },
  };
}
