import type { z } from 'zod';
import { AppError } from '../errors.js';

/**
 * Input becomes data here or not at all.
 * @throws AppError BAD_USER_INPUT that names the first offending field and never repeats its value
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
