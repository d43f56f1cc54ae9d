/**
 * Close codes of this server, in addition to 4400, 4401, 4406, 4408, 4409 and 4429 of graphql-ws. See
 * docs/errors.md.
 */
export const closeCodes = {
  goingAway: [1001, 'Going away'],
  tooManyMessages: [1008, 'Too many messages'],
  tryAgainLater: [1013, 'Try again later'],
  /** The token is invalid or has expired, or the session was revoked. */
  forbidden: [4403, 'Forbidden'],
  /** Like graphql-ws for an id in use, but for an id whose first subscription is still being opened. */
  duplicateId: [4409, 'Subscription id in use'],
  internalError: [4500, 'Internal server error'],
} as const satisfies Record<string, [number, string]>;
