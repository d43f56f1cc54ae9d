import { setTimeout as wait } from 'node:timers/promises';

/** What an API says while something that it needs is away. A person then tries again. */
const TEMPORARY = /^(?:SERVICE_UNAVAILABLE|RATE_LIMITED|INTERNAL_SERVER_ERROR|UPSTREAM_FAILED)\b/;
/** An answer about the request itself. */
const DEFINITE = /^[A-Z_]+: /;

/** How the people of a run reach the product. */
export interface Access {
  urls: readonly string[];
  /** 0–1. */
  random: () => number;
  /** Aborted when the run is over. */
  signal: AbortSignal;
}

/**
 * Does something with any of the APIs until it succeeds, as a patient person does.
 * @throws what an API says about the request itself, for example NOT_FOUND, or that the run is over
 */
export async function surely<T>(
  { urls, random, signal }: Access,
  act: (url: string) => Promise<T>,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const url = urls[Math.floor(random() * urls.length)] ?? '';
    try {
      return await act(url);
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      if (DEFINITE.test(message) && !TEMPORARY.test(message)) throw error;
      await wait(200 + random() * 800);
    }
  }
}
