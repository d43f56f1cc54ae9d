import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startProcess } from '../test/testkit/process.js';
import { reportGoals, spreadOf } from './figures/goals.js';
import { percentile } from './figures/percentile.js';
import { processCost } from './figures/processCosts.js';
import { startBuilt } from './stage/startBuilt.js';

/**
 * A warm start of the product on embedded defaults, from sources and built, in turns: `npm run bench:start -- [5]`.
 * Time until the start message, CPU time until then, and memory half a minute later: of the process with all roles,
 * without PostgreSQL.
 */
const ROUNDS = Number(process.argv[2] ?? 5);
const IDLE_MS = 30_000;

const ways = {
  'from sources': startProcess,
  built: startBuilt,
};
const dataDir = await mkdtemp(join(tmpdir(), 're-mirai-bench-'));
// As root, PostgreSQL runs as another user, which must be able to enter the folder.
await chmod(dataDir, 0o755);

interface Figures {
  seconds: number[];
  cpu: number[];
  megabytes: number[];
}
const figures = new Map<string, Figures>();
const settings = { DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
try {
  // The first start makes the database.
  await (await startProcess(settings))[Symbol.asyncDispose]();
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [way, start] of Object.entries(ways)) {
      const started = performance.now();
      await using product = await start(settings);
      const seconds = (performance.now() - started) / 1_000;
      const { cpuSeconds } = processCost(product.pid, { children: false });
      // The first round warms the caches up. Memory is the same every time, so a few rounds suffice.
      if (round === 0) continue;
      const list = figures.get(way) ?? { seconds: [], cpu: [], megabytes: [] };
      figures.set(way, list);
      list.seconds.push(seconds);
      list.cpu.push(cpuSeconds);
      if (round > 3) continue;
      await delay(IDLE_MS);
      list.megabytes.push(processCost(product.pid, { children: false }).megabytes);
    }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
const show = (list: number[], digits: number): string =>
  `${percentile(list, 50).toFixed(digits)} (${percentile(list, 0).toFixed(digits)}–${percentile(list, 100).toFixed(digits)})`;
for (const [way, { seconds, cpu, megabytes }] of figures)
  process.stdout.write(
    `${way.padEnd(13)} ready after ${show(seconds, 2)} s, CPU ${show(cpu, 2)} s, ${show(megabytes, 0)} MB when idle\n`,
  );
const built = figures.get('built') ?? { seconds: [], megabytes: [] };
await reportGoals({
  name: 'start',
  title: 'A warm start of `npm start`, all roles, without PostgreSQL',
  goals: [
    {
      what: 'until the start message',
      unit: 's',
      goal: 2,
      is: 'most',
      predicted: 2.5,
      measured: spreadOf(built.seconds),
    },
    {
      what: 'idle memory',
      unit: 'MB',
      goal: 150,
      is: 'most',
      predicted: 150,
      measured: spreadOf(built.megabytes),
    },
  ],
});
