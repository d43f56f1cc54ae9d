import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LEAST_FRIENDS } from './cohort.js';

const whole = (least: number, most: number, fallback: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${least} to ${most}` })
    .int({ error: `must be a whole number from ${least} to ${most}` })
    .min(least, { error: `must be at least ${least}` })
    .max(most, { error: `must be at most ${most}` })
    .default(fallback);

/** Every number has an upper bound, so that a typo cannot cause a million paid calls. */
const schema = z.object({
  people: whole(2, 500, 30),
  friends: whole(LEAST_FRIENDS, 21, 6),
  /** How many friends of each person are held out, one at a time, with four calls each. */
  'held-out': whole(1, 21, 3),
  /** How many people's personas have a conversation before a second interview. */
  talks: whole(0, 50, 3),
  turns: whole(0, 100, 30),
  /** People evaluated at the same time. */
  abreast: whole(1, 16, 4),
  seed: whole(0, 2 ** 31 - 1, 1),
  cohorts: z
    .string()
    .transform((path) => resolve(path))
    .optional(),
  out: z
    .string()
    .default('./eval-report.html')
    .transform((path) => resolve(path)),
});

type EvalOptions = z.infer<typeof schema>;

export const usage = `npm run eval -- [--people 30] [--friends 6] [--held-out 3] [--talks 3] [--turns 30] [--abreast 4] [--seed 1]
                [--cohorts file.json] [--out ./eval-report.html]`;

/**
 * @param args the command-line arguments
 * @throws Error for an unknown option or values out of bounds, with all problems in one readable message
 */
export function evalOptions(args: string[]): EvalOptions {
  const names = Object.keys(schema.shape);
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  });
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`);
  throw new Error(`${problems.join('\n')}\n${usage}`);
}
