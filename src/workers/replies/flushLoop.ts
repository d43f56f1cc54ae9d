/** Runs a task whenever it is due, never twice at the same time. */
export class FlushLoop {
  #next: { timer: NodeJS.Timeout; at: number } | undefined;
  #running: Promise<void> | undefined;
  #isOver = false;

  /**
   * @param work one flush; must not throw
   * @param dueAt when the next flush is due, by performance.now(); Infinity for never
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly dueAt: () => number,
  ) {}

  /** Settles when no flush is running. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Schedules a flush for this time, unless an earlier one is scheduled. */
  schedule(at: number): void {
    if (this.#isOver || this.#running !== undefined || (this.#next !== undefined && this.#next.at <= at))
      return;
    clearTimeout(this.#next?.timer);
    this.#next = { at, timer: setTimeout(() => void this.runNow(), Math.max(0, at - performance.now())) };
  }

  /** Starts a flush now, or returns the one that is running. */
  runNow(): Promise<void> {
    return (this.#running ??= this.#run(this.work));
  }

  /** Runs other work while no flush is running. It must not throw. */
  async runExclusive(work: () => Promise<void>): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    await (this.#running = this.#run(work));
  }

  /** Starts no more flushes. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#next?.timer);
  }

  #run(work: () => Promise<void>): Promise<void> {
    clearTimeout(this.#next?.timer);
    this.#next = undefined;
    return work().finally(() => {
      this.#running = undefined;
      const at = this.dueAt();
      if (Number.isFinite(at)) this.schedule(at);
    });
  }
}
