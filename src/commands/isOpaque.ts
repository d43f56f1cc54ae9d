/** Whether a slug or receipt can be one of ours at all. What cannot never reaches the database. */
export const isOpaque = (value: string): boolean => /^[\w-]{1,64}$/.test(value);
