import { randomUUID } from 'node:crypto';
import { SendMessageDocument } from '../operations/generated/graphql.js';
import { openAiClient } from '../src/ai/openai/client.js';
import { type Goal, measuredOnce, reportGoals } from './figures/goals.js';
import { percentile } from './figures/percentile.js';
import { wireLine } from './figures/wireLine.js';
import { replyQuestion } from './model/replyRequest.js';
import { readBySdk } from './readers/readBySdk.js';
import { type ReadReply, ReplyReader } from './readers/replyReader.js';
import { copyPersona } from './stage/copyPersona.js';
import { type ReplyStage, startReplyStage } from './stage/startReplyStage.js';

/**
 * Measures the time from the model's emission of a reply's first token to its arrival, in milliseconds,
 * alternately in the SDK's loop and at a WebSocket client of the product. Then shows how a whole reply goes
 * over the wire. `npm run bench:first-token [rounds]`. A reply's pieces may add ≤ 130 bytes to the text each, at ≤ 20 a
 * second.
 */
const ROUNDS = Number(process.argv[2] ?? 300);
const WARM = 10;
const goals: Goal[] = [];
const TOKENS = { short: 4, whole: 120 };

async function askAndRead(
  stage: ReplyStage,
  reader: ReplyReader,
  personaId: string,
  tokens: number,
): Promise<ReadReply> {
  const text = replyQuestion({ reply: 1, tokens });
  const sent = await stage.owner.client.run(SendMessageDocument, {
    personaId,
    text,
    clientKey: randomUUID(),
  });
  return reader.read(sent.sendMessage.reply.id);
}

/** @returns milliseconds from the emission of the first token to its arrival */
async function lagOf(stage: ReplyStage, read: Promise<ReadReply>): Promise<number> {
  const reply = await read;
  const [emission] = await stage.model.take();
  return (reply.deltas[0]?.at ?? Number.NaN) - (emission?.first ?? Number.NaN);
}

async function measure(kind: 'together' | 'apart'): Promise<void> {
  await using stage = await startReplyStage(kind);
  const personas = await copyPersona(stage.db, stage.personaId, ROUNDS + WARM + 6);
  const next = (): string => personas.pop() ?? '';
  const token = stage.owner.session.accessToken;
  await using reader = new ReplyReader(stage.url, token, { ids: 'short' });
  const sdk = openAiClient({ baseUrl: stage.model.url, headers: {}, query: {}, body: {} }, 8 * 1024 * 1024);
  const lags = { sdk: [] as number[], product: [] as number[], more: [] as number[] };
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const alone = await lagOf(stage, readBySdk(sdk, { reply: 1, tokens: TOKENS.short }));
    const through = await lagOf(stage, askAndRead(stage, reader, next(), TOKENS.short));
    if (round < 0) continue;
    lags.sdk.push(alone);
    lags.product.push(through);
    lags.more.push(through - alone);
    if ((round + 1) % 50 === 0) process.stderr.write(`${kind}: ${round + 1} of ${ROUNDS}\n`);
  }
  const show = (values: number[]): string =>
    [50, 90, 99].map((percent) => `p${percent} ${percentile(values, percent).toFixed(2)}`).join(', ');
  const where = kind === 'together' ? 'everything in one process' : 'separate API and worker, over Redis';
  process.stdout.write(`first token, ${where}, ${ROUNDS} rounds, ms\n`);
  process.stdout.write(`  the SDK alone     ${show(lags.sdk)}\n`);
  process.stdout.write(`  the product       ${show(lags.product)}\n`);
  process.stdout.write(`  paired difference ${show(lags.more)}\n`);
  process.stdout.write(
    `  difference of the percentiles ${[50, 90, 99].map((percent) => `p${percent} ${(percentile(lags.product, percent) - percentile(lags.sdk, percent)).toFixed(2)}`).join(', ')}\n`,
  );
  for (const [percent, goal, predicted] of [
    [50, 5, 5],
    [99, 12, 12],
  ] as const)
    goals.push({
      what: `first token, ${where}: p${percent} beyond that of the SDK alone`,
      unit: 'ms',
      goal,
      is: 'most',
      predicted,
      measured: measuredOnce(percentile(lags.product, percent) - percentile(lags.sdk, percent)),
    });
  for (const ids of ['short', 'uuid'] as const) {
    const replies: { reply: ReadReply; bytes: number }[] = [];
    for (let index = 0; index < 3; index += 1) {
      await using alone = new ReplyReader(stage.url, token, { ids });
      replies.push({ reply: await askAndRead(stage, alone, next(), TOKENS.whole), bytes: alone.received });
    }
    process.stdout.write(`  ${ids} ids: ${wireLine(replies)}\n`);
  }
}

for (const kind of ['together', 'apart'] as const) await measure(kind);
await reportGoals({ name: 'first-token', title: 'The first token of a reply', goals });
