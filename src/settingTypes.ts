import { z } from 'zod';

/** An empty variable counts as unset: `REDIS_URL= npm start` means "without Redis". */
const unlessEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

export const text = z.preprocess(unlessEmpty, z.string().trim().optional());

export const flag = z.preprocess(
  unlessEmpty,
  z.enum(['true', 'false', '1', '0'], { error: 'must be true or false' }).optional(),
);

export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

export const url = (protocols: string[], example: string) =>
  text.refine((value) => value === undefined || protocols.includes(URL.parse(value)?.protocol ?? ''), {
    error: `must be an address like ${example}`,
  });

export const choice = <const T extends string[]>(values: T, fallback: NoInfer<T[number]>) =>
  z.preprocess(
    unlessEmpty,
    z.enum(values, { error: `must be one of ${values.join(', ')}` }).default(fallback as never),
  );

/** A whole number in the environment. */
export const wholeNumber = (fallback: number, { min, max = Infinity }: { min: number; max?: number }) =>
  text
    .transform((value) => Number(value ?? fallback))
    .refine((number) => Number.isInteger(number) && number >= min && number <= max, {
      error:
        max === Infinity
          ? `must be a whole number of at least ${min}`
          : `must be a whole number from ${min} to ${max}`,
    });
