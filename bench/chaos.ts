import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutsRun } from './chaos/cutsRun.js';
import { allFaults, mixedRun } from './chaos/mixedRun.js';
import { chaosOptions } from './chaos/options.js';
import { hasProcessClocks } from './chaos/processClock.js';
import { replyStormRun } from './chaos/replyStormRun.js';
import { isClean, reportTable } from './chaos/report.js';
import type { ChaosStage } from './chaos/stage.js';

/**
 * Runs the product under load while everything around it fails, and compares what is stored with what people were
 * told: `npm run chaos -- [--plan mixed|cuts|replies] [--minutes 3] [--seed X] [--rate 14] [--processes 1|4]
 * [--json] [--logs folder]`. `--minutes` belongs to the plan `mixed`, `--processes` to `cuts`. Exits with 1 if an
 * answer or a persona was lost or doubled, anything is stuck, or something was refused that no fault explains.
 */
const options = chaosOptions(process.argv.slice(2));
const { plan, seed } = options;
const started = performance.now();
const say = (line: string): void =>
  void process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
say(`seed ${seed}`);
if (plan === 'mixed' && !hasProcessClocks) say('no clock steps: they need Debian’s package libfaketime');

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());

/** Keeps what the processes wrote, if there is a folder for it. */
async function writeLogs({ members }: ChaosStage): Promise<void> {
  if (options.logs === null) return;
  await mkdir(options.logs, { recursive: true });
  for (const { name, process } of members)
    await writeFile(join(options.logs, `${name.replace(' ', '-')}.log`), process.output());
}

const common = { seed, say, signal: stopping.signal, atEnd: writeLogs };

if (plan === 'replies') {
  const { judgement, isClean } = await replyStormRun(seed, say);
  process.stdout.write(`${JSON.stringify(judgement, null, 1)}\n`);
  if (!isClean) process.exitCode = 1;
} else {
  const { rate, processes } = options;
  const report =
    plan === 'mixed'
      ? await mixedRun({
          ...common,
          seconds: options.minutes * 60,
          most: Infinity,
          perSecond: rate ?? 14,
          pause: [2, 5],
          faults: allFaults,
        })
      : await cutsRun({
          ...common,
          processes,
          perSecond: rate ?? 100,
          cuts: 500,
          burst: 10,
          answers: 5_000,
          friends: 500,
        });
  process.stdout.write(reportTable(report));
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (!isClean(report)) process.exitCode = 1;
}
