/**
 * Runs one at a time: asked for while it runs, it runs once more after that, however often it was asked for.
 * @param run must not throw
 */
export function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  async function whileWanted(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await run();
    }
    running = undefined;
  }
  return () => {
    isWanted = true;
    return (running ??= whileWanted());
  };
}
