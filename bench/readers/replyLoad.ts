import { setTimeout as wait } from 'node:timers/promises';
import type OpenAI from 'openai';
import { copyPersona } from '../stage/copyPersona.js';
import { percentile } from '../figures/percentile.js';
import { type PaceReport, paceReport } from '../figures/paceReport.js';
import { readBySdk } from './readBySdk.js';
import type { ReadReply } from './replyReader.js';
import { sendAndRead } from './sendAndRead.js';
import type { StageCosts, UsedCost } from '../figures/stageCosts.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

/** How all replies came to be asked for and read, before the first word: how long it took, how long each waited. */
interface Opening {
  seconds: number;
  /** Medians, milliseconds. */
  send: number;
  open: number;
}

/** One try: how it went, what it cost to open (`opening`) and while words flowed (`costs`). */
export interface LoadReport extends PaceReport {
  costs: UsedCost[];
  opening: Opening & { costs: UsedCost[] };
}

export interface Load {
  tokens: number;
  tokensPerSecond: number;
  /** The replies begin within this time and so end within it. */
  spreadMs: number;
}

/** How long after the last word was due a reply may still end, before it is given up. */
const GRACE_MS = 12_000;

/** Lets the model speak `replies` replies at once once all are asked for, and waits for their end. */
async function speak(stage: ReplyStage, load: Load, replies: number, ended: Promise<unknown>): Promise<void> {
  for (let patience = 600; (await stage.model.open()) < replies && patience > 0; patience -= 1)
    await wait(50);
  await stage.model.go(load.spreadMs);
  const speech = (load.tokens / load.tokensPerSecond) * 1_000;
  const enough = new AbortController();
  const tooLong = wait(load.spreadMs + speech + GRACE_MS, undefined, { signal: enough.signal });
  // Refused when it is no longer waited for.
  tooLong.catch(() => undefined);
  await Promise.race([ended, tooLong]);
  enough.abort();
}

/** The SDK reads all of them, in this process. */
export async function loadSdk(
  stage: ReplyStage,
  sdk: OpenAI,
  load: Load,
  replies: number,
): Promise<PaceReport> {
  const read = new Map<number, ReadReply>();
  const ends = Array.from({ length: replies }, async (_, reply) => {
    read.set(reply, await readBySdk(sdk, { reply, tokens: load.tokens }));
  });
  await speak(stage, load, replies, Promise.all(ends));
  await emptied(async () => (await stage.model.open()) === 0);
  return paceReport(read, await stage.model.take(), replies, load.tokens);
}

/** Each is asked for in a conversation of its own and read over WebSocket. */
export async function loadProduct(
  stage: ReplyStage,
  costs: StageCosts,
  load: Load,
  replies: number,
): Promise<LoadReport> {
  const personas = await copyPersona(stage.db, stage.personaId, replies);
  const idle = costs.now();
  const started = performance.now();
  await using open = await sendAndRead(stage, personas, load.tokens);
  const seconds = (performance.now() - started) / 1_000;
  const minutes = (replies * load.tokens) / load.tokensPerSecond / 60;
  const opening = {
    seconds,
    send: percentile(open.waits.send, 50),
    open: percentile(open.waits.open, 50),
    costs: costs.since(idle, minutes),
  };
  const before = costs.now();
  await speak(stage, load, replies, open.ended);
  const used = costs.since(before, minutes);
  // As it stood when time was up: what comes later is too late.
  const read = new Map(open.read);
  await emptied(async () => {
    const { rowCount } = await stage.db.query(
      "select 1 from message where status in ('PENDING', 'STREAMING') limit 1",
    );
    return rowCount === 0 && (await stage.model.open()) === 0;
  });
  const report = paceReport(read, await stage.model.take(), replies, load.tokens);
  return { ...report, costs: used, opening };
}

/** The next try begins on an idle machine. */
async function emptied(isEmpty: () => Promise<boolean>): Promise<void> {
  for (let patience = 300; !(await isEmpty()) && patience > 0; patience -= 1) await wait(100);
}
