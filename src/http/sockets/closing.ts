/** How this server closes sockets, besides graphql-ws's own 4400, 4401, 4406, 4408, 4409 and 4429. docs/errors.md explains each. */
export const closing = {
  goingAway: [1001, 'Going away'],
  tooManyMessages: [1008, 'Too many messages'],
  tryAgainLater: [1013, 'Try again later'],
  /** A bad token at the start; an expired token or a revoked session later. */
  forbidden: [4403, 'Forbidden'],
  /** As graphql-ws closes for an id in use; here for one whose first subscription is still being opened. */
  duplicateId: [4409, 'Subscription id in use'],
  internalError: [4500, 'Internal server error'],
} as const satisfies Record<string, [number, string]>;
