import type { CombinedError } from '@urql/core';

/** Why something failed, as far as the app distinguishes causes. */
export interface Failure {
  /** A code of docs/errors.md, or OFFLINE if no answer came. */
  code: string;
  /** Path of the offending input. */
  field?: string;
  /** Seconds. */
  retryAfter?: number;
  requestId?: string;
}

/**
 * The data of a query or mutation.
 * @throws CombinedError when the server refused it or was not reached
 */
export function dataOf<Data>({ data, error }: { data?: Data; error?: CombinedError }): Data {
  if (!data) throw error ?? new Error('The server sent no data.');
  return data;
}

/** By its shape, because its class is loaded with the client. */
const isCombinedError = (error: unknown): error is CombinedError =>
  error instanceof Error && error.name === 'CombinedError';

/** No request was sent, because the file that sends requests could not be loaded. */
export class UnreachableServer extends Error {}

/** @param error an error of urql, or what one of its promises rejected with */
export function failureOf(error: unknown): Failure {
  if (isCombinedError(error)) {
    const extensions = error.graphQLErrors[0]?.extensions as Partial<Failure> | undefined;
    if (typeof extensions?.code === 'string') return { ...extensions, code: extensions.code };
    if (error.networkError) return { code: 'OFFLINE' };
  }
  return { code: error instanceof UnreachableServer ? 'OFFLINE' : 'INTERNAL_SERVER_ERROR' };
}
