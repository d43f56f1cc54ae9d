import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { UpstreamError } from '../ai/ports.js';
import { AppError, type ErrorCode } from '../errors.js';
import { coercionError } from './coercionError.js';
import { isDatabaseAway } from './isDatabaseAway.js';
import { loggableError } from '../loggableError.js';

interface About {
  log: Logger;
  requestId: string;
  /** The error is about the request itself and was made before any resolver ran, so that GraphQL's own words can be shown. */
  beforeExecution: boolean;
}

interface PublicError {
  code: ErrorCode;
  message: string;
  field?: string;
  retryAfter?: number;
  requestId?: string;
}

/** graphql-js wraps what a resolver or a scalar threw, sometimes twice. */
function unwrapped(error: unknown): unknown[] {
  const all = [error];
  while (all.length < 6) {
    const last = all.at(-1);
    if (!(last instanceof GraphQLError) || last.originalError === undefined) break;
    all.push(last.originalError);
  }
  return all;
}

/** GraphQL's and Apollo's own complaints about a request. Their other codes are all one to a client: the request was bad. */
function requestError(error: GraphQLError, all: unknown[]): PublicError | null {
  const codes = all.map((one) => (one instanceof GraphQLError ? one.extensions.code : undefined));
  if (codes.includes('QUERY_TOO_COMPLEX'))
    return { code: 'QUERY_TOO_COMPLEX', message: 'The operation is too complex.' };
  const code = codes[0];
  if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR') return null;
  if (code === 'GRAPHQL_PARSE_FAILED' && /contains more tha[nt] \d+ tokens/.test(error.message))
    return { code, message: 'Syntax Error: The document is too long.' };
  const message = error.message.replace(/ Did you mean .*$/s, '');
  if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED') return { code, message };
  return { code: 'BAD_REQUEST', message: message.trim() };
}

function publicError(error: unknown, { log, requestId, beforeExecution }: About): PublicError {
  const all = unwrapped(error);
  const own = all.find((one) => one instanceof AppError);
  const coercion = error instanceof GraphQLError ? coercionError(error, own) : null;
  if (coercion !== null) return { code: 'BAD_USER_INPUT', ...coercion };
  if (own !== undefined) {
    if (own.extras.cause !== undefined)
      log.warn({ requestId, code: own.code, error: loggableError(own.extras.cause) }, own.message);
    return {
      code: own.code,
      message: own.message,
      field: own.extras.field,
      retryAfter: own.extras.retryAfter,
    };
  }
  const upstream = all.find((one) => one instanceof UpstreamError);
  if (upstream !== undefined) {
    log.warn({ requestId, error: loggableError(upstream) }, 'a model gave nothing usable');
    return { code: 'UPSTREAM_FAILED', message: upstream.message };
  }
  const complaint = beforeExecution && error instanceof GraphQLError ? requestError(error, all) : null;
  if (complaint !== null) return complaint;
  if (isDatabaseAway(error)) {
    log.warn({ requestId, error: loggableError(error) }, 'the database is away');
    return { code: 'SERVICE_UNAVAILABLE', message: 'Not available right now. Try again.', retryAfter: 2 };
  }
  log.error({ requestId, error: loggableError(error) }, 'a request failed');
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Internal error.', requestId };
}

/**
 * What a client may read of an error, on HTTP and WebSocket alike: its code out of the closed list, its public message, and
 * nothing of what a library wrote. What is masked is logged with its cause under the request's id.
 */
export function maskError(error: unknown, about: About): GraphQLFormattedError {
  const { message, ...extensions } = publicError(error, about);
  const located = error instanceof GraphQLError ? error : undefined;
  return {
    message,
    ...(located?.locations === undefined ? {} : { locations: located.locations }),
    ...(located?.path === undefined ? {} : { path: located.path }),
    extensions,
  };
}
