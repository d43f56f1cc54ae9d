import { openAiClient } from '../src/ai/openai/client.js';
import { startDurableStreams } from './durableStreams/startDurableStreams.js';
import { measuredOnce, reportGoals } from './figures/goals.js';
import type { PaceReport } from './figures/paceReport.js';
import { searchMaximum } from './figures/searchMaximum.js';
import { stageCosts } from './figures/stageCosts.js';
import { loadPeer, loadProduct, type LoadReport, loadSdk } from './readers/replyLoad.js';
import { startReplyStage } from './stage/startReplyStage.js';

/**
 * Measures how many replies of 30 tokens a second keep pace at once: through the product with one worker and one API
 * process over Redis; through the file-backed reference server of Durable Streams, with one writer that appends what the
 * model sends and readers that follow it, by their official client; and read by the SDK alone in one process.
 * `npm run bench:replies [replies]`; with a number, product and peer run only that many. Replies keep pace if ≥ 99 % of
 * the last tokens reach the reader within a second of their emission, every text is complete and exact, and the model
 * itself was not late. Each reply takes 15 s, and all of them overlap for 10 s. All processes share the machine.
 * PROFILE=<folder> writes V8 CPU profiles of worker and API there.
 */
const load = { tokens: 450, tokensPerSecond: 30, spreadMs: 5_000 };
/** No attempt begins after so long, counted from the begin. */
const LAST_MS = { product: 300_000, peer: 480_000, sdk: 600_000 };
/** Bytes are compared at a number with which both keep pace. */
const FEW = 20;
const only = Number(process.argv[2] ?? 0);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const describePace = (report: PaceReport): string =>
  `${report.replies} replies: ${report.keepsPace ? 'keeps pace' : 'does not keep pace'}; last token p50 ${report.lag.p50.toFixed(0)} ms, ` +
  `p99 ${report.lag.p99.toFixed(0)} ms; ${report.whole} whole, ${report.inTime} in time; the model p99 ${report.modelLate.toFixed(0)} ms late`;

function describeCosts({ costs, opening, pieces, replies }: LoadReport): string {
  const lines = costs.map(({ name, cpuSeconds, perMinute, megabytes }, index) => {
    const toOpen = ((opening.costs[index]?.cpuSeconds ?? Number.NaN) / replies) * 1_000;
    return (
      `    ${name.padEnd(10)} ${cpuSeconds.toFixed(1)} s CPU, ${(perMinute * 1_000).toFixed(0)} ms per minute of reply, ` +
      `${toOpen.toFixed(1)} ms to open one, ${megabytes.toFixed(0)} MB`
    );
  });
  const rate = replies / opening.seconds;
  return (
    `    requested and opened ${rate.toFixed(0)} a second, six at a time: p50 ${opening.send.toFixed(0)} ms to the response, ` +
    `${opening.open.toFixed(0)} ms until it was followed\n` +
    `    ${pieces.perSecond.toFixed(1)} pieces a second of ${pieces.text.toFixed(1)} characters, each with ${pieces.bytesBesideText.toFixed(0)} more bytes\n` +
    lines.join('\n')
  );
}

/** The API process's lag since the last call. The worker has no HTTP address. */
async function eventLoopLag(url: string): Promise<string> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lag = (name: string): string =>
    (Number(new RegExp(`^nodejs_eventloop_lag_${name}_seconds (\\S+)`, 'm').exec(text)?.[1]) * 1_000).toFixed(
      0,
    );
  return `    event loop of the API: p50 ${lag('p50')} ms, p99 ${lag('p99')} ms, max ${lag('max')} ms`;
}

const began = performance.now();
await using stage = await startReplyStage('apart', process.env['PROFILE']);
await using peer = await startDurableStreams(stage.model.url);
const costs = await stageCosts(stage, peer.pids);
const sdk = openAiClient({ baseUrl: stage.model.url, headers: {}, query: {}, body: {} }, 8 * 1024 * 1024);
await stage.model.pace({ tokensPerSecond: load.tokensPerSecond, startAfterMs: null });

const trySdk = async (replies: number): Promise<PaceReport> => {
  const report = await loadSdk(stage, sdk, load, replies);
  say(`SDK      ${describePace(report)}`);
  return report;
};
const tryProduct = async (replies: number): Promise<LoadReport> => {
  await eventLoopLag(stage.url);
  const report = await loadProduct(stage, costs, load, replies);
  say(`product  ${describePace(report)}\n${describeCosts(report)}\n${await eventLoopLag(stage.url)}`);
  return report;
};

const tryPeer = async (replies: number): Promise<LoadReport> => {
  const report = await loadPeer(stage, peer, costs, load, replies);
  say(`peer     ${describePace(report)}\n${describeCosts(report)}`);
  return report;
};

// Warm up: compiled code, connections.
const few = { product: await tryProduct(FEW), peer: await tryPeer(FEW) };
if (only > 0) {
  await tryProduct(only);
  await tryPeer(only);
} else {
  const { most: product } = await searchMaximum(100, tryProduct, began + LAST_MS.product);
  const { most: throughPeer } = await searchMaximum(25, tryPeer, began + LAST_MS.peer);
  const { most: alone } = await searchMaximum(400, trySdk, began + LAST_MS.sdk);
  await reportGoals({
    name: 'replies',
    title: 'Replies at 30 tokens a second that keep pace, one worker and one API',
    goals: [
      {
        what: `replies at once (${product}), beside the SDK alone (${alone})`,
        unit: 'times',
        goal: 0.7,
        is: 'least',
        predicted: 0.6,
        measured: measuredOnce(product / alone),
      },
      {
        what: `replies at once (${product}), beside a file-backed Durable Streams server (${throughPeer})`,
        unit: 'times',
        goal: 5,
        is: 'least',
        predicted: 6,
        measured: measuredOnce(product / throughPeer),
      },
      {
        what: `bytes beside the text of a piece (${few.product.pieces.bytesBesideText.toFixed(0)}), beside Durable Streams over SSE (${few.peer.pieces.bytesBesideText.toFixed(0)})`,
        unit: 'times',
        goal: 1,
        is: 'most',
        predicted: 0.7,
        measured: measuredOnce(few.product.pieces.bytesBesideText / few.peer.pieces.bytesBesideText),
      },
    ],
  });
}
