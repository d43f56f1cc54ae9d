import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** An empty variable counts as unset: `REDIS_URL= npm start` means "without Redis". */
const unlessEmpty = (value: unknown): unknown => (value === '' ? undefined : value);

export const text = z.preprocess(unlessEmpty, z.string().trim().optional());

export const flag = z.preprocess(
  unlessEmpty,
  z.enum(['true', 'false', '1', '0'], { error: 'must be true or false' }).optional(),
);

export const isTrue = (value: string | undefined): boolean => value === 'true' || value === '1';

/** @param options.severalHosts whether further hosts may follow after commas. The first is checked */
export const url = (protocols: string[], example: string, { severalHosts = false } = {}) =>
  text.refine(
    (value) =>
      value === undefined ||
      protocols.includes(
        URL.parse(severalHosts ? value.replace(/,[^/?@]*(?=[/?]|$)/, '') : value)?.protocol ?? '',
      ),
    { error: `must be an address like ${example}` },
  );

/** Everything before the last @, decoded or not. */
const CREDENTIALS = /^[a-z]+:\/\/(.*)@/s;

/**
 * An address of PostgreSQL. Several hosts may be listed: postgres://user:password@one:5432,two:5432/name. The first
 * is checked.
 */
export const databaseUrl = text.superRefine((value, context) => {
  if (value === undefined) return;
  // The characters that end a part of a URL. A password may contain each of them.
  if (/[/?#\s]|%(?![\da-f]{2})/i.test(CREDENTIALS.exec(value)?.[1] ?? ''))
    context.addIssue(
      'has a character in its user or password that must be encoded: # as %23, / as %2F, ? as %3F, % as %25',
    );
  else if (!['postgres:', 'postgresql:'].includes(URL.parse(value.replace(/,[^/?]*/, ''))?.protocol ?? ''))
    context.addIssue('must be an address like postgres://user:password@host:5432/name');
});

/**
 * The origin in a setting, in its canonical form. The app lives at the root of its host, so anything beside scheme,
 * host and port is an error.
 */
function originOf(value: string): string | undefined {
  const parsed = URL.parse(value);
  if (parsed === null || !['http:', 'https:'].includes(parsed.protocol)) return undefined;
  const { username, password, pathname, search, hash } = parsed;
  return [username, password, search, hash].every((part) => part === '') && /^\/+$/.test(pathname)
    ? parsed.origin
    : undefined;
}

const NOT_AN_ORIGIN =
  'must be only scheme, host and port, like https://mirai.example, without a path, a query or a password';

/** One origin, or undefined. */
export const origin = text.transform((value, context) => {
  if (value === undefined) return undefined;
  const parsed = originOf(value);
  if (parsed === undefined) context.addIssue(NOT_AN_ORIGIN);
  return parsed;
});

/** Origins separated by commas. */
export const originList = text.transform((value, context) =>
  (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      const parsed = originOf(entry);
      if (parsed === undefined) context.addIssue(`${NOT_AN_ORIGIN}; several are separated by commas`);
      return parsed ?? [];
    }),
);

/** Number of proxies in front of this server: `true` is one. */
export const proxyCount = text.transform((value, context) => {
  const count = { true: 1, false: 0 }[value ?? 'false'] ?? Number(value);
  if (Number.isInteger(count) && count >= 0 && count <= 10) return count;
  context.addIssue('must be true, false or the number of proxies in front of this server, at most 10');
  return z.NEVER;
});

/** Number of processes: `auto` is one for each core that this program may use. */
export const processCount = text.transform((value, context) => {
  const count = value === 'auto' ? availableParallelism() : Number(value ?? 1);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  context.addIssue('must be auto or a whole number from 1 to 64');
  return z.NEVER;
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
