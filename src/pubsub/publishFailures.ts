import type { Logger } from 'pino';
import type { Topic } from './pubsub.js';

const REPORT_EVERY_MS = 5_000;

/**
 * Reports events that could not be published without a line for each: six hundred growing replies would log
 * thousands of lines a second while Redis is away. Logs the first failure, then a count at most every five
 * seconds, and the recovery.
 */
export class PublishFailures {
  /** Failures since the last line. */
  #failures = 0;
  #quietUntil = 0;
  /** Whether an outage was logged that did not end yet. */
  #isReported = false;

  constructor(private readonly log: Logger) {}

  failed(topic: Topic, error: Error): void {
    this.#failures += 1;
    const now = performance.now();
    if (now < this.#quietUntil) return;
    this.#quietUntil = now + REPORT_EVERY_MS;
    this.#isReported = true;
    this.log.warn({ topic, failures: this.#takeCount(), error: error.message }, 'event publishing failed');
  }

  succeeded(): void {
    if (!this.#isReported) return;
    this.#isReported = false;
    this.log.info({ failures: this.#takeCount() }, 'event publishing recovered');
  }

  #takeCount(): number {
    const failures = this.#failures;
    this.#failures = 0;
    return failures;
  }
}
