import type { Exchange } from '@urql/core';
import { retryExchange } from '@urql/exchange-retry';

/** The wait that an overloaded server asks for, in milliseconds. */
const WAIT_MS = 2_000;
const LONGEST_MS = 8_000;
const TRIES = 5;

/**
 * Retries queries that an overloaded server turned away, after a random delay. Not mutations: only their
 * caller knows whether they may be sent twice.
 */
export const busyRetryExchange = (): Exchange =>
  retryExchange({
    initialDelayMs: WAIT_MS,
    maxDelayMs: LONGEST_MS,
    maxNumberAttempts: TRIES,
    randomDelay: true,
    retryIf: ({ graphQLErrors }, { kind }) =>
      kind === 'query' &&
      graphQLErrors.some(({ extensions }) => extensions['code'] === 'SERVICE_UNAVAILABLE'),
  });
