/** Runs one piece of work again and again, when it is due, never twice at the same time. */
export class Rounds {
  #next: { timer: NodeJS.Timeout; at: number } | undefined;
  #running: Promise<void> | undefined;
  #isOver = false;

  /**
   * @param work a round; must not throw
   * @param dueAt when the next round is due, by performance.now(); Infinity for not at all
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly dueAt: () => number,
  ) {}

  /** Settles when no round runs. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Sees to a round at this time, or sooner if one is due sooner. */
  schedule(at: number): void {
    if (this.#isOver || this.#running !== undefined || (this.#next !== undefined && this.#next.at <= at))
      return;
    clearTimeout(this.#next?.timer);
    this.#next = { at, timer: setTimeout(() => void this.now(), Math.max(0, at - performance.now())) };
  }

  /** One round at once; who comes while one runs gets that one. */
  now(): Promise<void> {
    return (this.#running ??= this.#run(this.work));
  }

  /** Other work that no round must run beside; must not throw. */
  async alone(work: () => Promise<void>): Promise<void> {
    while (this.#running !== undefined) await this.#running;
    await (this.#running = this.#run(work));
  }

  /** No round begins any more. */
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
