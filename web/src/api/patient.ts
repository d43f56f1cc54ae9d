import type { Exchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';

/** What a server that turns requests away asks for, in milliseconds. */
const WAIT_MS = 2_000;
const LONGEST_MS = 8_000;
const TRIES = 5;

/**
 * Asks again, by itself and at random moments, what a busy server had no time for. Questions only: whoever sends a mutation
 * knows whether it may be sent twice.
 */
export const patient = (): Exchange =>
  retryExchange({
    initialDelayMs: WAIT_MS,
    maxDelayMs: LONGEST_MS,
    maxNumberAttempts: TRIES,
    randomDelay: true,
    retryIf: ({ graphQLErrors }, { kind }) =>
      kind === 'query' &&
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE'),
  });
