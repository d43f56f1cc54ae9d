const TICK_MS = 10;

/** Measures the turns of the event loop. */
export interface EventLoopTurn extends Disposable {
  /**
   * How long the current turn has been running, in milliseconds, less 10. What arrives meanwhile waits for the
   * next turn, and each turn begins at 0, so that a busy loop never refuses everything. Connections that wait to be
   * accepted, one a turn, are not seen; a proxy that keeps its connections open has none of them.
   */
  turnMs(): number;
}

/** Starts a timer and measures how late it is. */
export function startEventLoopTurn(): EventLoopTurn {
  let due = performance.now() + TICK_MS;
  const timer = setInterval(() => (due = performance.now() + TICK_MS), TICK_MS);
  timer.unref();
  return {
    turnMs: () => Math.max(0, performance.now() - due),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
