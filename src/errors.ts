/** Every error code a client can receive. docs/errors.md explains each; a test keeps both in sync. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'SURVEY_CLOSED',
  'DUPLICATE_RESPONSE',
  'IDEMPOTENCY_CONFLICT',
  'PERSONA_NOT_READY',
  'CONTENT_REJECTED',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'UPSTREAM_FAILED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error that is shown to the client with its code and message. Any other thrown error is masked. */
export class AppError extends Error {
  override readonly name = 'AppError';

  /**
   * @param message a sentence for the client; must not contain secrets
   * @param extras `field`: path of the offending input; `retryAfter`: seconds to wait before a retry
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extras: { field?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: extras.cause });
  }
}

/** The same message for "not yours" and "does not exist", so that a caller cannot tell the two apart. */
export const notFound = (): AppError => new AppError('NOT_FOUND', 'Not found.');

/** The same message for every kind of invalid token. */
export const unauthenticated = (): AppError => new AppError('UNAUTHENTICATED', 'Sign in first.');
