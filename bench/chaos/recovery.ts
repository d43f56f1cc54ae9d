import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../figures/percentile.js';
import type { Acceptance } from './ledger.js';

/** When each API answered `/readyz` with 200, in milliseconds since the epoch. */
export class ReadinessProbe implements AsyncDisposable {
  readonly #stop = new AbortController();
  readonly #readyAt = new Map<string, number[]>();
  readonly #probing: Promise<unknown>;

  constructor(urls: readonly string[]) {
    this.#probing = Promise.all(urls.map((url) => this.#probe(url)));
  }

  /** Whether it was ready at its last probe. */
  async isReady(url: string): Promise<boolean> {
    return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_500) }).then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  readyAt(url: string): readonly number[] {
    return this.#readyAt.get(url) ?? [];
  }

  async #probe(url: string): Promise<void> {
    const times: number[] = [];
    this.#readyAt.set(url, times);
    while (!this.#stop.signal.aborted) {
      if (await this.isReady(url)) times.push(Date.now());
      await wait(250);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#probing;
  }
}

/** Milliseconds from the end of a fault to what each API did next. */
export interface Recovery {
  /** To the next accepted answer. */
  accepting: number[];
  /** To the next time that it was ready. */
  ready: number[];
}

/** @param end of the fault, milliseconds since the epoch */
export function recoveryAfter(
  end: number,
  urls: readonly string[],
  acceptances: readonly Acceptance[],
  probe: ReadinessProbe,
): Recovery {
  const recovery: Recovery = { accepting: [], ready: [] };
  for (const url of urls) {
    const accepted = acceptances.find((one) => one.url === url && one.at >= end);
    const ready = probe.readyAt(url).find((at) => at >= end);
    if (accepted !== undefined) recovery.accepting.push(accepted.at - end);
    if (ready !== undefined) recovery.ready.push(ready - end);
  }
  return recovery;
}

/** Seconds, to a tenth. Null without values. */
export function secondsAt(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  return Math.round(percentile([...values], share) / 100) / 10;
}
