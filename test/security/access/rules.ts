/**
 * Who may read what a field gives, or call it. Every field of the schema has a rule: the type
 * check fails for a field without one, and the test for a type without one.
 *
 * - anyone: the same for every caller
 * - self: a signed-in caller, and only what is theirs
 * - owner: the owner of the object (of either persona, for a comparison)
 * - link: a caller with the link of the survey, or of the published persona; friend: also, but not its owner
 * - invitation: a caller with the link of an invitation to compare
 * - receipt: a caller with the receipt of a response
 * - credential: a caller with an ID token or a refresh token
 * - inherit: a caller who may read the object that the field belongs to
 */
export type Reader =
  'anyone' | 'self' | 'owner' | 'link' | 'friend' | 'invitation' | 'receipt' | 'credential' | 'inherit';

export type Rules<T> = Record<Exclude<keyof T, '__typename'>, Reader>;

/** The same rule for these fields. */
export const all = <K extends string>(reader: Reader, fields: readonly K[]): Record<K, Reader> =>
  Object.fromEntries(fields.map((field) => [field, reader])) as Record<K, Reader>;
