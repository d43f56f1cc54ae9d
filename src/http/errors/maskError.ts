import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { UpstreamError } from '../../ai/ports.js';
import { AppError, type ErrorCode } from '../../errors.js';
import { isDatabaseUnavailable } from '../../sqlErrors.js';
import { coercionError } from './coercionError.js';

interface MaskOptions {
  log: Logger;
  requestId: string;
  /** Whether the error was raised before any resolver ran, so that GraphQL's own message can be shown. */
  beforeExecution: boolean;
}

interface PublicError {
  code: ErrorCode;
  message: string;
  field?: string;
  retryAfter?: number;
  requestId?: string;
}

/** The error and all it wraps: graphql-js wraps what a resolver or a scalar throws, sometimes twice. */
function unwrapped(error: unknown): unknown[] {
  const all = [error];
  while (all.length < 6) {
    const last = all.at(-1);
    if (!(last instanceof GraphQLError) || last.originalError === undefined) break;
    all.push(last.originalError);
  }
  return all;
}

/** Errors that GraphQL and Apollo raise about a request. All of Apollo's other codes become BAD_REQUEST. */
function requestError(error: GraphQLError, all: unknown[]): PublicError | null {
  const codes = all.map((each) => (each instanceof GraphQLError ? each.extensions.code : undefined));
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

function publicError(error: unknown, { log, requestId, beforeExecution }: MaskOptions): PublicError {
  const all = unwrapped(error);
  const own = all.find((each) => each instanceof AppError);
  const coercion = error instanceof GraphQLError ? coercionError(error, own) : null;
  if (coercion !== null) return { code: 'BAD_USER_INPUT', ...coercion };
  if (own !== undefined) {
    if (own.extras.cause !== undefined)
      log.warn({ requestId, code: own.code, error: own.extras.cause }, 'expected error');
    return {
      code: own.code,
      message: own.message,
      field: own.extras.field,
      retryAfter: own.extras.retryAfter,
    };
  }
  const upstream = all.find((each) => each instanceof UpstreamError);
  if (upstream !== undefined) {
    log.warn({ requestId, error: upstream }, 'model call failed');
    return {
      code: 'UPSTREAM_FAILED',
      message: upstream.message,
      retryAfter: upstream.retryAfter ?? undefined,
    };
  }
  const invalidRequest = beforeExecution && error instanceof GraphQLError ? requestError(error, all) : null;
  if (invalidRequest !== null) return invalidRequest;
  if (isDatabaseUnavailable(error)) {
    log.warn({ requestId, error }, 'database unavailable');
    return { code: 'SERVICE_UNAVAILABLE', message: 'Not available right now. Try again.', retryAfter: 2 };
  }
  log.error({ requestId, error }, 'request failed');
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Internal error.', requestId };
}

/**
 * Reduces an error to what a client may see, on HTTP and WebSocket alike: a code from the closed list and its
 * public message, without any text from a library. Masked errors are logged with cause and request id.
 */
export function maskError(error: unknown, options: MaskOptions): GraphQLFormattedError {
  const { message, ...extensions } = publicError(error, options);
  const located = error instanceof GraphQLError ? error : undefined;
  return {
    message,
    ...(located?.locations === undefined ? {} : { locations: located.locations }),
    ...(located?.path === undefined ? {} : { path: located.path }),
    extensions,
  };
}
