/** Serializes a value as JSON that cannot close the surrounding script element. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
