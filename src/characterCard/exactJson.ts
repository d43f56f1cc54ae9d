/** A part of ECMAScript that TypeScript's library does not describe yet. */
interface JsonWithSource {
  parse(
    text: string,
    revive: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): object;
  isRawJSON(value: unknown): boolean;
}
const json = JSON as unknown as JsonWithSource;

/**
 * Parses JSON so that `JSON.stringify` writes every number as it was: `JSON.parse` alone would round
 * 12345678901234567890, turn 1.0 into 1 and 1e400 into null. Such numbers become objects that only `JSON.stringify`
 * understands. Of keys that an object has twice, the last one is kept, and white space is not.
 * @throws SyntaxError, or RangeError if it is nested too deeply for this process
 */
export const parseExact = (text: string): unknown =>
  json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && JSON.stringify(value) !== source
      ? json.rawJSON(source)
      : value,
  );

/** Whether a value of `parseExact` is a number. */
export const isNumber = (value: unknown): boolean => typeof value === 'number' || json.isRawJSON(value);

/** Whether a value of `parseExact` is an object with keys. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !json.isRawJSON(value);
