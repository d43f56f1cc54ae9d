import { parseArgs } from 'node:util';

const plans = ['mixed', 'cuts', 'replies'] as const;

/** What `npm run chaos -- …` was asked for. */
export interface ChaosOptions {
  plan: (typeof plans)[number];
  seed: string;
  minutes: number;
  /** Answers a second; null: what suits the plan. */
  rate: number | null;
  /** Of the plan `cuts`: one process with ROLE=all, or two APIs and two workers. */
  processes: 1 | 4;
  /** Print the report as JSON as well. */
  json: boolean;
  /** Folder for what the processes wrote; null: nowhere. */
  logs: string | null;
}

/**
 * Reads the command's options.
 * @throws Error naming the option that makes no sense
 */
export function chaosOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      plan: { type: 'string', default: 'mixed' },
      seed: { type: 'string', default: String(Date.now()) },
      minutes: { type: 'string', default: '3' },
      rate: { type: 'string' },
      processes: { type: 'string', default: '4' },
      json: { type: 'boolean', default: false },
      logs: { type: 'string' },
    },
  });
  const plan = plans.find((known) => known === values.plan);
  if (plan === undefined) throw new Error(`--plan must be one of ${plans.join(', ')}`);
  const positive = (name: 'minutes' | 'rate'): number => {
    const value = Number(values[name]);
    if (!(value > 0)) throw new Error(`--${name} must be a number above 0`);
    return value;
  };
  if (values.processes !== '1' && values.processes !== '4') throw new Error('--processes must be 1 or 4');
  return {
    plan,
    seed: values.seed,
    minutes: positive('minutes'),
    rate: values.rate === undefined ? null : positive('rate'),
    processes: values.processes === '1' ? 1 : 4,
    json: values.json,
    logs: values.logs ?? null,
  };
}
