import { z } from 'zod';

/**
 * A line that a person wrote: well-formed Unicode without NUL (PostgreSQL stores neither), not blank, within the limit.
 * Normalised to NFC and trimmed.
 * @param max in code points, as people count
 */
export const text = (max: number): z.ZodType<string, unknown> =>
  z
    .string({ error: 'must be text' })
    // A code point of UTF-16 takes two units at the most: what is longer needs no counting.
    .max(max * 8, { error: `must be at most ${max} characters` })
    .refine((value) => value.isWellFormed() && !value.includes('\0'), {
      error: 'holds characters that are not text',
    })
    .transform((value) => value.normalize('NFC').trim())
    // Blanks and characters that cannot be seen say nothing.
    .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), { error: 'must not be empty' })
    .refine((value) => [...value].length <= max, { error: `must be at most ${max} characters` });
