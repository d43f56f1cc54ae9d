/**
 * Whether a string has the form of a slug or receipt. Any other string is rejected without a database query.
 */
export const isOpaqueToken = (value: string): boolean => /^[\w-]{1,64}$/.test(value);
