import { parseArgs } from 'node:util';
import { seededRandom } from '../stand-ins/openai/author/seededRandom.js';
import { until } from '../test/testkit/until.js';
import { percentile } from './figures/percentile.js';
import { crashPoints } from './takeover/crashPoints.js';
import { startTakeoverStage } from './takeover/startTakeoverStage.js';

/**
 * Kills the worker of a job with SIGKILL while another worker is alive, again and again at named points: `npm run
 * bench:takeover -- [--kills 100] [--seed text]`. Prints the time from the kill to the start of the next attempt,
 * which is its claim in the database. Exits with 1 if an effect is missing or doubled, or if p99 is over 3 s.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: 'takeover' } },
});
const GOAL_MS = 3_000;
const random = seededRandom(values.seed);
const names = Object.keys(crashPoints);

await using stage = await startTakeoverStage();
const latencies = new Map<string, number[]>(names.map((name) => [name, []]));
const wrong: string[] = [];
let round: string[] = [];
for (let kill = 0; kill < Number(values.kills); kill += 1) {
  if (round.length === 0) round = names.toSorted(() => random.next() - 0.5);
  const name = round.pop() ?? '';
  await stage.nextRound();
  const held = await crashPoints[name]?.(stage);
  if (held === undefined) throw new Error(`There is no point ${name}.`);
  const { job } = held;
  const killedAt = await stage.kill(job.worker);
  const startedAt = await until('the next attempt starts', async () => {
    const { rows } = await stage.db.query<{ at: Date }>(
      'select started_on as at from pgboss.job where id = $1 and retry_count > $2',
      [job.id, job.attempt],
    );
    return rows[0]?.at.getTime();
  });
  const latency = startedAt - killedAt;
  latencies.get(name)?.push(latency);
  const problems = await held.finish();
  wrong.push(...problems.map((problem) => `kill ${kill + 1}, ${name}: ${problem}`));
  process.stderr.write(`${String(kill + 1).padStart(4)}  ${String(latency).padStart(6)} ms  ${name}\n`);
}

const line = (name: string, all: number[]): string =>
  `${name.padEnd(48)} ${String(all.length).padStart(5)} ${[50, 99, 100].map((percent) => percentile(all, percent).toFixed(0).padStart(7)).join('')}\n`;
process.stdout.write(`${'killed'.padEnd(48)} kills    p50    p99    max (ms)\n`);
for (const [name, all] of latencies) if (all.length > 0) process.stdout.write(line(name, all));
const all = [...latencies.values()].flat();
process.stdout.write(line('all', all));
process.stdout.write(
  `missing or doubled effects: ${wrong.length}\n${wrong.map((one) => `${one}\n`).join('')}`,
);
if (wrong.length > 0 || percentile(all, 99) > GOAL_MS) process.exitCode = 1;
