import type { z } from 'zod';
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
