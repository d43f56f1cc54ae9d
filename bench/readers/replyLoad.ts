import { setTimeout as wait } from 'node:timers/promises';
import type OpenAI from 'openai';
import type { DurableStreams } from '../durableStreams/startDurableStreams.js';
import { writeAndFollow } from '../durableStreams/writeAndFollow.js';
import { copyPersona } from '../stage/copyPersona.js';
import { percentile } from '../figures/percentile.js';
import { type PaceReport, paceReport } from '../figures/paceReport.js';
import { readBySdk } from './readBySdk.js';
import type { ReadReply } from './replyReader.js';
import { type OpenReplies, sendAndRead } from './sendAndRead.js';
import type { StageCosts, UsedCost } from '../figures/stageCosts.js';
import type { ReplyStage } from '../stage/startReplyStage.js';

/** The phase in which all replies are requested and subscribed to, before the first word. */
interface Opening {
  seconds: number;
  /** Medians in milliseconds. */
  send: number;
  open: number;
}

/** The result of one attempt, with the costs of the opening phase (`opening`) and of streaming (`costs`). */
export interface LoadReport extends PaceReport {
  costs: UsedCost[];
  opening: Opening & { costs: UsedCost[] };
  /** Of the whole replies. */
  pieces: {
    /** Of one reply, in a second of its speech. */
    perSecond: number;
    /** Text of one, in UTF-16 units, which are bytes here. */
    text: number;
    /** What all that comes over the wire for a piece adds to its text. */
    bytesBesideText: number;
  };
}

interface Load {
  tokens: number;
  tokensPerSecond: number;
  /** The replies' starts are spread over this time, and so are their ends. */
  spreadMs: number;
}

/** How long after its last word was due a reply may still end before it is abandoned. */
const GRACE_MS = 12_000;

/** Waits until all replies are requested, starts them in the model, and waits for their end. */
async function runReplies(
  stage: ReplyStage,
  load: Load,
  replies: number,
  ended: Promise<unknown>,
): Promise<void> {
  for (let polls = 600; (await stage.model.open()) < replies && polls > 0; polls -= 1) await wait(50);
  await stage.model.startHeld(load.spreadMs);
  const speech = (load.tokens / load.tokensPerSecond) * 1_000;
  const enough = new AbortController();
  const tooLong = wait(load.spreadMs + speech + GRACE_MS, undefined, { signal: enough.signal });
  // Rejects when it is aborted below.
  tooLong.catch(() => undefined);
  await Promise.race([ended, tooLong]);
  enough.abort();
}

/** Reads all replies with the SDK, in this process. */
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
  await runReplies(stage, load, replies, Promise.all(ends));
  await untilIdle(async () => (await stage.model.open()) === 0);
  return paceReport(read, await stage.model.take(), replies, load.tokens);
}

/** Requests each reply in a separate conversation and reads it over WebSocket. */
export async function loadProduct(
  stage: ReplyStage,
  costs: StageCosts,
  load: Load,
  replies: number,
): Promise<LoadReport> {
  const personas = await copyPersona(stage.db, stage.personaId, replies);
  return loadOpened(stage, costs, load, replies, {
    open: () => sendAndRead(stage, personas, load.tokens),
    isIdle: async () => {
      const { rowCount } = await stage.db.query(
        "select 1 from message where status in ('PENDING', 'STREAMING') limit 1",
      );
      return rowCount === 0;
    },
  });
}

/** Lets the peer's writer request each reply and reads it from a stream of its own. */
export async function loadPeer(
  stage: ReplyStage,
  peer: DurableStreams,
  costs: StageCosts,
  load: Load,
  replies: number,
): Promise<LoadReport> {
  let isWritten = false;
  return loadOpened(stage, costs, load, replies, {
    async open() {
      const opened = await writeAndFollow(peer, replies, load.tokens);
      void opened.written.then(() => (isWritten = true));
      return opened;
    },
    isIdle: async () => isWritten,
  });
}

async function loadOpened(
  stage: ReplyStage,
  costs: StageCosts,
  load: Load,
  replies: number,
  { open, isIdle }: { open: () => Promise<OpenReplies>; isIdle: () => Promise<boolean> },
): Promise<LoadReport> {
  const idle = costs.now();
  const started = performance.now();
  await using opened = await open();
  const seconds = (performance.now() - started) / 1_000;
  const speech = load.tokens / load.tokensPerSecond;
  const minutes = (replies * speech) / 60;
  const opening = {
    seconds,
    send: percentile(opened.waits.send, 50),
    open: percentile(opened.waits.open, 50),
    costs: costs.since(idle, minutes),
  };
  const before = costs.now();
  await runReplies(stage, load, replies, opened.ended);
  const used = costs.since(before, minutes);
  // A snapshot at the deadline: anything that arrives later is too late.
  const read = new Map(opened.read);
  const received = opened.received();
  await untilIdle(async () => (await isIdle()) && (await stage.model.open()) === 0);
  const report = paceReport(read, await stage.model.take(), replies, load.tokens);
  const texts = [...read.values()];
  const text = texts.reduce((sum, reply) => sum + reply.text.length, 0);
  const count = texts.reduce((sum, { deltas }) => sum + deltas.length, 0);
  const pieces = {
    perSecond: count / texts.length / speech,
    text: text / count,
    bytesBesideText: (received - text) / count,
  };
  return { ...report, costs: used, opening, pieces };
}

/** Waits until no reply is open, so that the next attempt begins on an idle machine. */
async function untilIdle(isIdle: () => Promise<boolean>): Promise<void> {
  for (let polls = 300; !(await isIdle()) && polls > 0; polls -= 1) await wait(100);
}
