import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateSurveyDocument,
  DataExportChangedDocument,
  ExportMyDataDocument,
  MessagesDocument,
} from '../operations/generated/graphql.js';
import { percentile } from './figures/percentile.js';
import { copyPersona } from './stage/copyPersona.js';
import { seedMessages } from './stage/seedMessages.js';
import { startReplyStage } from './stage/startReplyStage.js';

/**
 * Measures an export of an account with 12 surveys, 3 of them with a persona, and many messages, in a worker of its own:
 * the time until it can be downloaded, the worker's memory, and how long pages of the API take meanwhile, alternately
 * with none under way: `npm run bench:export [messages] [exports]`. Goals: 5,000 messages within 60 s; memory does not
 * grow with the messages or the exports; the pages do not wait.
 */
const MESSAGES = Number(process.argv[2] ?? 5_000);
const ROUNDS = Number(process.argv[3] ?? 4);

await using stage = await startReplyStage('apart');
const { client } = stage.owner;
const copies = await copyPersona(stage.db, stage.personaId, 2);
for (let survey = copies.length + 1; survey < 12; survey += 1) await client.run(CreateSurveyDocument, {});
await seedMessages(stage.db, copies[0] ?? '', MESSAGES);
await stage.db.query('analyze message');

/** Resident memory of the worker in MiB. */
async function workerMemory(): Promise<number> {
  const status = await readFile(`/proc/${stage.pids.worker}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
}

async function pageTime(): Promise<number> {
  const started = performance.now();
  await client.run(MessagesDocument, { personaId: copies[0] ?? '', first: 50 });
  return performance.now() - started;
}

/** Times of pages until `end` is over. */
async function pagesUntil(end: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  void end.finally(() => (isOver = true));
  while (!isOver) times.push(await pageTime());
  return times;
}

async function exportOnce() {
  const started = performance.now();
  const { id } = (await client.run(ExportMyDataDocument, {})).exportMyData.export;
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await workerMemory());
      await wait(20);
    }
  })();
  for await (const { dataExportChanged } of client.follow(DataExportChangedDocument, { id })) {
    if (dataExportChanged.status === 'PENDING') continue;
    if (dataExportChanged.status === 'FAILED') throw new Error('The export failed.');
    isOver = true;
    await watching;
    const seconds = (performance.now() - started) / 1_000;
    const file = await (await fetch(dataExportChanged.url ?? '')).arrayBuffer();
    return { seconds, peak, bytes: file.byteLength };
  }
  throw new Error('The export was deleted.');
}

for (let round = 0; round < 30; round += 1) await pageTime();
const [quiet, busy]: [number[], number[]] = [[], []];
for (let round = 1; round <= ROUNDS; round += 1) {
  const before = await workerMemory();
  const making = exportOnce();
  busy.push(...(await pagesUntil(making)));
  const { seconds, peak, bytes } = await making;
  quiet.push(...(await pagesUntil(wait(seconds * 1_000))));
  process.stdout.write(
    `export ${round} of ${MESSAGES} messages: ${seconds.toFixed(1)} s, ${(bytes / 1_024).toFixed(0)} KiB; worker ${before.toFixed(0)} MiB, at most ${peak.toFixed(0)} MiB\n`,
  );
}
const { rows } = await stage.db.query<{ bytes: string; piece: string }>(
  `select pg_total_relation_size('data_export_piece') as piece,
     (select sum(bytes) from data_export) as bytes`,
);
const [p50, p99] = [50, 99].map((at) => (times: number[]) => percentile(times, at).toFixed(1));
process.stdout.write(
  `pages of 50 messages: without an export p50 ${p50?.(quiet)} ms, p99 ${p99?.(quiet)} ms; with one p50 ${p50?.(busy)} ms, p99 ${p99?.(busy)} ms\n` +
    `stored: ${(Number(rows[0]?.piece) / Number(rows[0]?.bytes)).toFixed(2)} bytes for each byte of a file; load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
);
