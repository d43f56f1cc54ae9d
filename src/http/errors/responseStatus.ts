import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from '../../errors.js';

/** Most urgent first, because a response has only one status. */
const statuses: [ErrorCode, number][] = [
  ['SERVICE_UNAVAILABLE', 503],
  ['RATE_LIMITED', 429],
  ['UNAUTHENTICATED', 401],
  ['INTERNAL_SERVER_ERROR', 500],
];

interface ResponseStatus {
  status: number;
  headers: Record<string, string>;
}

/**
 * The HTTP status and headers for masked errors.
 * @param data the data of the response, undefined if nothing was executed. Partial data counts as success.
 * @param given the status that the server chose itself, for example 405 or 415
 */
export function responseStatus(
  errors: readonly GraphQLFormattedError[],
  data: Record<string, unknown> | null | undefined,
  given?: number,
): ResponseStatus {
  if (Object.values(data ?? {}).some((value) => value !== null)) return { status: 200, headers: {} };
  const codes = new Set(errors.map((error) => error.extensions?.code));
  const status = statuses.find(([code]) => codes.has(code))?.[1];
  if (status === undefined) {
    const isRefusal = given !== undefined && given >= 400 && given < 500;
    return { status: data !== undefined ? 200 : isRefusal ? given : 400, headers: {} };
  }
  if (status === 401) return { status, headers: { 'www-authenticate': 'Bearer' } };
  if (status !== 429 && status !== 503) return { status, headers: {} };
  const waits = errors.map((error) => Number(error.extensions?.retryAfter ?? 1));
  return { status, headers: { 'retry-after': String(Math.max(...waits)) } };
}
