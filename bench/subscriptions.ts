import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { signIn } from '../client/signIn.js';
import { CloseSurveyDocument, ReopenSurveyDocument } from '../operations/generated/graphql.js';
import { createAccessTokens } from '../src/auth/tokens.js';
import { type Goal, measuredOnce, reportGoals, spreadOf } from './figures/goals.js';
import { monotonicMs } from './figures/monotonicMs.js';
import { percentile } from './figures/percentile.js';
import { processCost } from './figures/processCosts.js';
import { startSubscriberLoad } from './load/subscriberLoad.js';
import { startAnswerStage } from './stage/startAnswerStage.js';

/**
 * Subscriptions: `npm run bench:subscriptions -- [--rounds 9] [--idle 10000] [--storm 5000]`.
 *
 * 1. An event to 5,000 subscriptions on 250 sockets, beside `ws` sending the same bytes to as many sockets, in turns.
 * 2. Idle subscriptions, each to another survey, 20 a socket: CPU of the process and transactions of the database,
 *    minus those of the same process without subscriptions.
 * 3. As many sockets as `--storm` says come back at once, each with its own survey.
 *
 * Subscribers, product and peer are processes of their own and share the machine.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    idle: { type: 'string', default: '10000' },
    storm: { type: 'string', default: '5000' },
  },
});
const ROUNDS = Number(values.rounds);
const IDLE = Number(values.idle);
const STORM = Number(values.storm);
const SOCKETS = 250;
const PER_SOCKET = 20;
const SECRET = 'a secret of this benchmark, which signs its own tokens';
const IDLE_SECONDS = 20;

const goals: Goal[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (list: number[], digits = 0): string =>
  `${percentile(list, 50).toFixed(digits)} (${percentile(list, 0).toFixed(digits)}–${percentile(list, 100).toFixed(digits)})`;

const refusals = (reasons: Record<string, number>): string =>
  Object.keys(reasons).length === 0 ? 'none' : JSON.stringify(reasons);

await using opened = new AsyncDisposableStack();
const stage = opened.use(
  await startAnswerStage('all', Math.max(IDLE, STORM), process.env['PROFILE'], { APP_SECRET: SECRET }),
);
const [pid = 0] = Object.values(stage.pids);
const owner = opened.use(await signIn(stage.url, { email: 'bench@demo.example', name: 'Bench' }));
const { rows: surveys } = await stage.db.query<{ id: string }>('select id from survey order by id');
const surveyIds = surveys.map(({ id }) => id);
const socketUrl = `${stage.url.replace('http', 'ws')}/graphql`;
const userId = owner.session.user.id;

/** Tokens of that many sessions of the owner. */
async function tokensOf(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await stage.db.query('insert into session (id, user_id) select id, $2 from unnest($1::uuid[]) as id', [
    ids,
    userId,
  ]);
  const tokens = createAccessTokens(SECRET);
  return Promise.all(ids.map(async (sessionId) => (await tokens.sign({ userId, sessionId })).token));
}

const group = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

async function fanOut(): Promise<void> {
  const subscribers = opened.use(await startSubscriberLoad());
  const others = opened.use(await startSubscriberLoad());
  const [surveyId = ''] = surveyIds;
  const follow = Array.from({ length: PER_SOCKET }, () => surveyId);
  const token = owner.client.accessToken;
  const connected = await subscribers.run(
    {
      kind: 'connect',
      url: socketUrl,
      raw: false,
      sockets: Array.from({ length: SOCKETS }, () => ({ token, surveyIds: follow })),
    },
    'connected',
  );
  if (Object.keys(connected.refused).length > 0)
    throw new Error(`Refused: ${JSON.stringify(connected.refused)}`);
  const peer = fork(join(import.meta.dirname, 'load/broadcastProcess.ts'), [], {
    execArgv: ['--import', 'tsx'],
  });
  opened.defer(() => void peer.disconnect());
  const [{ port }] = (await once(peer, 'message')) as [{ port: number }];
  await others.run(
    {
      kind: 'connect',
      url: `ws://127.0.0.1:${port}`,
      raw: true,
      sockets: Array.from({ length: SOCKETS }, () => ({ surveyIds: [] })),
    },
    'connected',
  );
  const messages = SOCKETS * PER_SOCKET;
  const bytes = JSON.stringify({
    id: '10',
    type: 'next',
    payload: { data: { surveyProgressed: { id: surveyId, responseCount: 0, threshold: 3, status: 'OPEN' } } },
  });
  const figures = {
    last: [] as number[],
    rate: [] as number[],
    peerRate: [] as number[],
    spread: [] as number[],
  };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const arrived = subscribers.run({ kind: 'expect', messages }, 'received');
    await delay(100);
    const changedAt = monotonicMs();
    if (round % 2 === 0) await owner.client.run(CloseSurveyDocument, { surveyId });
    else await owner.client.run(ReopenSurveyDocument, { surveyId });
    const { firstAt, lastAt } = await arrived;
    await delay(200);
    const raw = others.run({ kind: 'expect', messages }, 'received');
    await delay(100);
    const sentAt = monotonicMs();
    peer.send({ bytes, times: PER_SOCKET });
    const rawDone = await raw;
    await delay(200);
    // The first round warms up.
    if (round === 0) continue;
    figures.last.push(lastAt - changedAt);
    figures.spread.push(lastAt - firstAt);
    figures.rate.push((messages / (lastAt - changedAt)) * 1_000);
    figures.peerRate.push((messages / (rawDone.lastAt - sentAt)) * 1_000);
  }
  const ratios = figures.rate.map((rate, n) => rate / (figures.peerRate[n] ?? Number.NaN));
  say(`event to ${messages} subscriptions on ${SOCKETS} sockets, ${ROUNDS} rounds, median (least–most):`);
  say(
    `  from the request that changes the survey to the last subscriber: ${show(figures.last)} ms; from the first to the last: ${show(figures.spread)} ms`,
  );
  say(
    `  messages a second, with the request: ${show(figures.rate)}; ws alone: ${show(figures.peerRate)}; ratio ${show(ratios, 2)}`,
  );
  goals.push(
    {
      what: `an event to ${messages} subscriptions on ${SOCKETS} sockets: messages a second, beside raw ws`,
      unit: 'times',
      goal: 0.5,
      is: 'least',
      predicted: 1.5,
      measured: spreadOf(ratios),
    },
    {
      what: 'the same: until the last subscriber has it',
      unit: 'ms',
      goal: 300,
      is: 'most',
      predicted: 120,
      measured: spreadOf(figures.last),
    },
  );
  await subscribers.run({ kind: 'disconnect' }, 'disconnected');
}

/** CPU of the process as a share of a core, and the database's transactions a second. */
async function usage(seconds: number): Promise<{ cores: number; transactions: number }> {
  const count = async (): Promise<number> => {
    const { rows } = await stage.db.query<{ count: string }>(
      'select sum(xact_commit + xact_rollback) as count from pg_stat_database',
    );
    return Number(rows[0]?.count);
  };
  const [cpu, transactions, at] = [
    processCost(pid, { children: false }).cpuSeconds,
    await count(),
    monotonicMs(),
  ];
  await delay(seconds * 1_000);
  const elapsed = (monotonicMs() - at) / 1_000;
  return {
    cores: (processCost(pid, { children: false }).cpuSeconds - cpu) / elapsed,
    transactions: ((await count()) - transactions) / elapsed,
  };
}

async function idle(): Promise<void> {
  await delay(5_000);
  const before = await usage(IDLE_SECONDS);
  const subscribers = opened.use(await startSubscriberLoad());
  const groups = group(surveyIds.slice(0, IDLE), PER_SOCKET);
  const tokens = await tokensOf(groups.length);
  const { ms, refused } = await subscribers.run(
    {
      kind: 'connect',
      url: socketUrl,
      raw: false,
      sockets: groups.map((ids, n) => ({ token: tokens[n], surveyIds: ids })),
    },
    'connected',
  );
  const { megabytes } = processCost(pid, { children: false });
  await delay(10_000);
  const during = await usage(IDLE_SECONDS);
  say(
    `${IDLE} idle subscriptions to as many surveys on ${groups.length} sockets of as many sessions (opened in ${(ms / 1_000).toFixed(1)} s, ${refusals(refused)} refused): ` +
      `${((during.cores - before.cores) * 100).toFixed(1)} % of a core (${(before.cores * 100).toFixed(1)} without), ` +
      `${(during.transactions - before.transactions).toFixed(1)} transactions/s (${before.transactions.toFixed(1)} without), ${megabytes.toFixed(0)} MB`,
  );
  const missing = Object.values(refused).reduce((sum, count) => sum + count, 0);
  goals.push(
    {
      what: `${IDLE} idle subscriptions: of a core`,
      unit: '%',
      goal: 5,
      is: 'most',
      predicted: 1,
      measured: measuredOnce((during.cores - before.cores) * 100),
    },
    {
      what: `${IDLE} idle subscriptions: database transactions`,
      unit: '/s',
      goal: 5,
      is: 'most',
      predicted: 2,
      measured: measuredOnce(during.transactions - before.transactions),
    },
    {
      what: `${IDLE} idle subscriptions: refused while they opened`,
      unit: 'subscriptions',
      goal: 0,
      is: 'most',
      predicted: 0,
      measured: measuredOnce(missing),
    },
  );
  await subscribers.run({ kind: 'disconnect' }, 'disconnected');
}

async function storm(): Promise<void> {
  const tokens = await tokensOf(STORM);
  const subscribers = opened.use(await startSubscriberLoad());
  const sockets = tokens.map((token, n) => ({ token, surveyIds: [surveyIds[n] ?? ''] }));
  for (const which of ['connect', 'reconnect']) {
    const before = processCost(pid, { children: false }).cpuSeconds;
    const { ms, refused } = await subscribers.run(
      { kind: 'connect', url: socketUrl, raw: false, sockets },
      'connected',
    );
    const cpuSeconds = processCost(pid, { children: false }).cpuSeconds - before;
    say(
      `${STORM} sockets ${which} at once: all have their first event after ${(ms / 1_000).toFixed(1)} s, of which the server's CPU ${cpuSeconds.toFixed(1)} s; ${refusals(refused)} refused`,
    );
    goals.push(
      {
        what: `${STORM} sockets ${which} at once: until all have their first event`,
        unit: 's',
        goal: 10,
        is: 'most',
        predicted: 8,
        measured: measuredOnce(ms / 1_000),
      },
      {
        what: `${STORM} sockets ${which} at once: refused`,
        unit: 'sockets',
        goal: 0,
        is: 'most',
        predicted: 0,
        measured: measuredOnce(Object.values(refused).reduce((sum, count) => sum + count, 0)),
      },
    );
    await subscribers.run({ kind: 'disconnect' }, 'disconnected');
  }
}

if (ROUNDS > 0) await fanOut();
if (IDLE > 0) await idle();
if (STORM > 0) await storm();
await reportGoals({ name: 'subscriptions', title: 'Subscriptions', goals });
