/**
 * Limits for parsing, validating and executing operations. Shared by HTTP and WebSocket, so that neither
 * bypasses a limit.
 */
export const executionLimits = {
  parse: { maxTokens: 1_000 },
  validate: { maxErrors: 5, hideSuggestions: true },
  execute: { maxCoercionErrors: 5 },
};
