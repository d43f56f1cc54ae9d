import { z } from 'zod';
import { AppError } from '../errors.js';

/**
 * Validates a command's input.
 * @throws AppError BAD_USER_INPUT naming the first invalid field, never its value
 */
export function parseInput<T>(shape: z.ZodType<T>, input: unknown): T {
  const parsed = shape.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new AppError(
    'BAD_USER_INPUT',
    `${field === '' ? 'The input' : field}: ${issue?.message ?? 'is invalid'}`,
    {
      field,
    },
  );
}

/**
 * User-written text: well-formed Unicode without NUL (PostgreSQL stores neither NUL nor lone surrogates), not
 * blank, within the limit. Normalized to NFC and trimmed.
 * @param max in code points
 */
export const userText = (max: number): z.ZodType<string, unknown> =>
  z
    .string({ error: 'must be text' })
    // A cheap bound before code points are counted. Generous, because NFC may shorten the text.
    .max(max * 8, { error: `must be at most ${max} characters` })
    .refine((value) => value.isWellFormed() && !value.includes('\0'), {
      error: 'contains characters that are not text',
    })
    .transform((value) => value.normalize('NFC').trim())
    // Rejects text of spaces and invisible characters only.
    .refine((value) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), { error: 'must not be empty' })
    .refine((value) => [...value].length <= max, { error: `must be at most ${max} characters` });
