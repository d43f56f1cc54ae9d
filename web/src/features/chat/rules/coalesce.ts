/**
 * Runs one call at a time. However often it is called during a run, it runs exactly once more after that. All
 * callers that wait get the outcome of the last run.
 */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isRequested = false;
  async function runWhileRequested(): Promise<void> {
    try {
      while (isRequested) {
        isRequested = false;
        try {
          await run();
        } catch (error) {
          // A run that was requested meanwhile makes up for the failed one.
          if (!isRequested) throw error;
        }
      }
    } finally {
      running = undefined;
    }
  }
  return () => {
    isRequested = true;
    return (running ??= runWhileRequested());
  };
}
