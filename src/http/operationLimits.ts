/** How operations are parsed, validated and executed, on HTTP and WebSocket alike: a limit that only one of them keeps is no limit. */
export const operationLimits = {
  parse: { maxTokens: 1_000 },
  validate: { maxErrors: 5, hideSuggestions: true },
  execute: { maxCoercionErrors: 5 },
};
