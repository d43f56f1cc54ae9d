import { z } from 'zod';
import { cleanLine, cleanText, isBlank, isStorable } from '../cleanText.js';
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

/** @param clean makes what is stored of what came in */
const written = (max: number, clean: (text: string) => string): z.ZodType<string, unknown> =>
  z
    .string({ error: 'must be text' })
    // A cheap bound before code points are counted. Generous, because NFC may shorten the text.
    .max(max * 8, { error: `must be at most ${max} characters` })
    .refine(isStorable, { error: 'contains characters that are not text' })
    .transform(clean)
    .refine((value) => !isBlank(value), { error: 'must not be empty' })
    .refine((value) => [...value].length <= max, { error: `must be at most ${max} characters` });

/**
 * Text that people write, cleaned. Refused if nothing of it can be seen.
 * @param max in code points, after cleaning
 */
export const userText = (max: number): z.ZodType<string, unknown> => written(max, cleanText);

/** A name or a title: like `userText`, on one line. */
export const userLine = (max: number): z.ZodType<string, unknown> => written(max, cleanLine);

/**
 * A key that a client generates. Kept as it is, because another key must stay another.
 * @param max in code points
 */
export const clientToken = (max: number): z.ZodType<string, unknown> =>
  z
    .string({ error: 'must be text' })
    .refine(isStorable, { error: 'contains characters that are not text' })
    .refine((value) => !isBlank(value), { error: 'must not be empty' })
    .refine((value) => value.length <= max * 2 && [...value].length <= max, {
      error: `must be at most ${max} characters`,
    });
