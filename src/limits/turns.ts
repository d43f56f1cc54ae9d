/**
 * Limits how many pieces of work run at once; the others wait in the order in which they came. When thousands of
 * clients come back together, what they need from the database waits here and not for a connection, which fails
 * after a while and keeps other requests waiting meanwhile.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(private readonly atOnce: number) {}

  /** Waits for a turn, which the caller gives back. */
  async take(): Promise<void> {
    if (this.#running < this.atOnce) this.#running += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    // The next one takes this place.
    if (next === undefined) this.#running -= 1;
    else next();
  }

  /** Does some work in a turn. @throws what the work throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work();
    } finally {
      this.giveBack();
    }
  }
}
