import { allFaults, mixedRun } from './chaos/mixedRun.js';
import { chaosOptions } from './chaos/options.js';
import { replyStormRun } from './chaos/replyStormRun.js';
import { type ChaosReport, isClean, reportTable } from './chaos/report.js';

const options = chaosOptions(process.argv.slice(2));
const { plan, seed } = options;
const started = performance.now();
const say = (line: string): void =>
  void process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);
say(`seed ${seed}`);

if (plan === 'replies') {
  const { judgement, isClean } = await replyStormRun(seed, say);
  process.stdout.write(`${JSON.stringify(judgement, null, 1)}\n`);
  if (!isClean) process.exitCode = 1;
} else {
  show(
    await mixedRun({
      seed,
      seconds: options.minutes * 60,
      perSecond: options.rate,
      pause: [2, 6],
      faults: allFaults,
      say,
    }),
  );
}

function show(report: ChaosReport): void {
  process.stdout.write(reportTable(report));
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (!isClean(report)) process.exitCode = 1;
}
