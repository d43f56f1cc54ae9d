/** Every code a client can meet, on HTTP and WebSocket alike. docs/errors.md explains each; a test holds the two together. */
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

/** A failure the client is meant to read: its message is public, its code is on the closed list. Anything else thrown is masked. */
export class AppError extends Error {
  override readonly name = 'AppError';

  /**
   * @param code one of the closed list
   * @param message a sentence for the client; must hold nothing secret
   * @param extras `field`: path of the offending input; `retryAfter`: seconds until another try makes sense
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly extras: { field?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: extras.cause });
  }
}

/** One text for "not yours" and "does not exist", so that the answer tells nothing about which it was. */
export const notFound = (): AppError => new AppError('NOT_FOUND', 'Not found.');

/** One text for every way a token can be wrong. */
export const unauthenticated = (): AppError => new AppError('UNAUTHENTICATED', 'Sign in first.');
