import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findingsTable, overloadFindings, type OverloadRun } from './figures/overloadReport.js';
import { percentile } from './figures/percentile.js';
import { type Cost, processCost } from './figures/processCosts.js';
import { startAnswerLoad } from './load/answerLoad.js';
import type { LoadOrder, LoadResult } from './load/answerLoadMessages.js';
import { type AnswerStage, type Roles, startAnswerStage } from './stage/startAnswerStage.js';

/**
 * Offers ten times as many answers as the product can accept, and checks what it accepts, refuses and loses:
 * `npm run bench:overload -- [--seconds 60] [--roles all,apart]`. `all` is one process, as `npm start` runs it;
 * `apart` is an API and a worker process. The answers start sagas, so texts and pictures are made at the same
 * time. The generator shares the machine and has a line of its own. PROFILE=<folder> writes V8 CPU profiles.
 * Exits with 1 if a limit is missed.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    roles: { type: 'string', default: 'all,apart' },
  },
});

/** Few enough that each soon has the answers for several versions. */
const SURVEYS = 300;
/** Enough to keep the database busy, few enough that hardly any is refused. */
const CLIENTS = 16;
const WARM_UP_SECONDS = 10;
const PEAK_SECONDS = 15;
const NORMAL_SHARE = 0.3;
const BEFORE_SECONDS = 10;
const AFTER_SECONDS = 30;
const OVERLOAD_FACTOR = 10;
const REFUSALS_SECONDS = 5;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** By process name, with the image process of each. */
const costsNow = ({ pids }: AnswerStage): Record<string, Cost> =>
  Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [name, processCost(pid, { children: true })] as const),
  );

const largest = (costs: Record<string, Cost>): number =>
  Math.max(...Object.values(costs).map(({ megabytes }) => megabytes));

async function count(stage: AnswerStage, sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await stage.db.query<{ count: string }>(sql, values);
  return Number(rows[0]?.count);
}

const readyVersions = (stage: AnswerStage): Promise<number> =>
  count(stage, `select count(*) from persona_version where status = 'READY'`);

function phaseLine(name: string, result: LoadResult, used: Record<string, Cost>): string {
  const { seconds, sent, accepted, refused, cpuSeconds } = result;
  const rate = (number: number): string => (number / seconds).toFixed(0);
  const times = (list: { ms: number }[]): string =>
    [50, 99, 100]
      .map((percent) =>
        percentile(
          list.map(({ ms }) => ms),
          percent,
        ).toFixed(0),
      )
      .join('/');
  const costs = Object.entries(used).map(
    ([who, cost]) => `${who} ${(cost.cpuSeconds / seconds).toFixed(2)} cores ${cost.megabytes.toFixed(0)} MB`,
  );
  return (
    `  ${name.padEnd(8)} per second: ${rate(sent)} sent, ${rate(accepted.length)} accepted (p50/p99/max ${times(accepted)} ms), ` +
    `${rate(refused.length)} refused (${times(refused)} ms); ` +
    `${costs.join(', ')}, the generator ${(cpuSeconds / seconds).toFixed(2)} cores`
  );
}

async function run(roles: Roles, seconds: number): Promise<OverloadRun> {
  await using stage = await startAnswerStage(roles, SURVEYS, process.env['PROFILE']);
  await using load = await startAnswerLoad(stage.url, stage.slugs);
  const receipts: string[] = [];
  let megabytes = 0;
  const sample = (): void => void (megabytes = Math.max(megabytes, largest(costsNow(stage))));
  const sampling = setInterval(sample, 1_000);
  const phase = async (name: string, order: LoadOrder) => {
    const earlier = costsNow(stage);
    const result = await load.run(order);
    const used = Object.fromEntries(
      Object.entries(costsNow(stage)).map(([who, { cpuSeconds, megabytes: now }]) => [
        who,
        { cpuSeconds: cpuSeconds - (earlier[who]?.cpuSeconds ?? 0), megabytes: now },
      ]),
    );
    receipts.push(...result.receipts);
    say(phaseLine(name, result, used));
    return { ...result, apiCpuSeconds: used['api']?.cpuSeconds ?? null };
  };
  await phase('warm-up', { kind: 'closed', seconds: WARM_UP_SECONDS, clients: CLIENTS });
  const peak = await phase('peak', { kind: 'closed', seconds: PEAK_SECONDS, clients: CLIENTS });
  const perSecond = peak.accepted.length / PEAK_SECONDS;
  const normal = { kind: 'open', perSecond: perSecond * NORMAL_SHARE } as const;
  const before = await phase('before', { ...normal, seconds: BEFORE_SECONDS });
  const picturesBefore = await readyVersions(stage);
  const overload = await phase('overload', {
    kind: 'open',
    seconds,
    perSecond: perSecond * OVERLOAD_FACTOR,
  });
  const pictures = (await readyVersions(stage)) - picturesBefore;
  const after = await phase('after', { ...normal, seconds: AFTER_SECONDS });
  clearInterval(sampling);
  // No submission gets past this lock.
  await stage.db.query('begin');
  await stage.db.query('lock table survey in access exclusive mode');
  const refusing = phase('refusals', {
    kind: 'open',
    seconds: REFUSALS_SECONDS,
    perSecond: perSecond * OVERLOAD_FACTOR,
  });
  await delay(REFUSALS_SECONDS * 1_000);
  await stage.db.query('rollback');
  const refusals = await refusing;
  const stored = await count(stage, 'select count(*) from response where receipt = any($1)', [receipts]);
  const lost = receipts.length - stored;
  return { peak, before, overload, after, refusals, lost, megabytes, pictures };
}

for (const roles of values.roles.split(',')) {
  if (roles !== 'all' && roles !== 'apart') throw new Error(`Unknown roles: ${roles}.`);
  say(roles === 'all' ? 'API and worker in one process' : 'API and worker in separate processes');
  const findings = overloadFindings(await run(roles, Number(values.seconds)));
  say(findingsTable(findings));
  if (findings.some(({ keeps }) => !keeps)) process.exitCode = 1;
}
