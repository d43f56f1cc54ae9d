import { UpstreamError } from './ports.js';

/** When a breaker opens, and for how long. */
export interface Cooling {
  /** Failures in a row that speak of the provider's health. */
  failures: number;
  /** How long no call is made then, in milliseconds. Doubles with every probe that fails. */
  firstMs: number;
  longestMs: number;
}

export const defaultCooling: Cooling = { failures: 5, firstMs: 5_000, longestMs: 60_000 };

/** For callers and `Retry-After`, which count in seconds. */
const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

/**
 * Stops the calls of one role while its provider fails. After a while one call is let through as a probe: if it fails, the
 * next one waits twice as long, and as soon as its answer begins, all calls are made again. Whatever else a provider answers
 * (a rate limit, a refusal, a wrong shape) shows that it is well. So do bugs of ours, which must not keep calls back.
 */
export class Breaker {
  /** Failures since the last whole answer. */
  #failures = 0;
  /** How long calls were last withheld. 0 after a whole answer. */
  #coolingMs = 0;
  /** When a probe is due, on the clock of this process. Null while all calls are made. */
  #probeAt: number | null = null;
  #isProbing = false;
  /** Counts how often it opened or closed. A call that began before says nothing about the time since. */
  #changes = 0;
  /** What the last failure said, for those who wait. */
  #reason = '';

  /** @param onChange called with true when it opens, but not after a probe that fails, and with false when it closes */
  constructor(
    private readonly cooling: Cooling,
    private readonly onChange: (isOpen: boolean) => void,
  ) {}

  /** Whether calls are withheld. False once a probe is due, as it may be long until somebody makes a call. */
  get isOpen(): boolean {
    return this.#isProbing || (this.#probeAt !== null && performance.now() < this.#probeAt);
  }

  /**
   * Makes the call, unless the provider fails.
   * @param call gets a function to call when its answer begins: the end of a probe may be minutes away
   * @param mayRepeat whether the caller may make the same call again. If it fails like those before it, it then counts as
   *   withheld, so that a job that happened to be the probe waits like the others
   * @throws UpstreamError of the call, or one with `isWithheld` and the time of the next probe
   */
  async run<T>(call: (onAlive: () => void) => Promise<T>, mayRepeat: boolean): Promise<T> {
    if (this.isOpen) throw this.#withheld();
    let isProbe = this.#probeAt !== null;
    this.#isProbing = isProbe;
    let since = this.#changes;
    const onAlive = (): void => {
      if (!isProbe) return;
      this.#isProbing = isProbe = false;
      this.#close();
      // From now on it is a call like any other.
      since = this.#changes;
    };
    const end = (failure: UpstreamError | null): void => {
      if (isProbe) this.#isProbing = isProbe = false;
      if (since === this.#changes) this.#count(failure);
    };
    try {
      const result = await call(onAlive);
      end(null);
      return result;
    } catch (error) {
      const failure = error instanceof UpstreamError ? error : null;
      end(failure);
      throw mayRepeat && failure?.isOutage && this.#probeAt !== null ? this.#withheld() : error;
    }
  }

  #count(failure: UpstreamError | null): void {
    // It has shown nothing. If it was a probe, the next call is one.
    if (failure?.isStopped) return;
    if (failure?.isOutage) {
      this.#reason = failure.message;
      this.#failures += 1;
      if (this.#failures >= this.cooling.failures) this.#open();
      return;
    }
    this.#failures = this.#coolingMs = 0;
    if (this.#probeAt !== null) this.#close();
  }

  #open(): void {
    const { firstMs, longestMs } = this.cooling;
    const wasClosed = this.#probeAt === null;
    this.#coolingMs = this.#coolingMs === 0 ? firstMs : Math.min(longestMs, 2 * this.#coolingMs);
    this.#probeAt = performance.now() + this.#coolingMs;
    this.#changes += 1;
    if (wasClosed) this.onChange(true);
  }

  /** The failures count on until a whole answer: a provider that breaks off in the middle is soon left alone again. */
  #close(): void {
    this.#probeAt = null;
    this.#changes += 1;
    this.onChange(false);
  }

  #withheld(): UpstreamError {
    const ms = this.#isProbing ? this.#coolingMs : (this.#probeAt ?? 0) - performance.now();
    return new UpstreamError(this.#reason, 'temporary', { retryAfter: secondsOf(ms), about: 'withheld' });
  }
}
