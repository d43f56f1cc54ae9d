import { openAiClient } from '../src/ai/openai/client.js';
import type { PaceReport } from './figures/paceReport.js';
import { searchMaximum } from './figures/searchMaximum.js';
import { stageCosts } from './figures/stageCosts.js';
import { loadProduct, type LoadReport, loadSdk } from './readers/replyLoad.js';
import { startReplyStage } from './stage/startReplyStage.js';

/**
 * Measures how many replies of 30 tokens a second keep pace at once, read by the SDK alone in one process and
 * through the product with one worker and one API process over Redis. `npm run bench:replies [replies]`; with
 * a number, it runs only that many. Replies keep pace if ≥ 99 % of the last tokens reach the reader within a
 * second of their emission, every text is complete and exact, and the model itself was not late. Each reply
 * takes 15 s, and all of them overlap for 10 s. All processes share the machine. PROFILE=<folder> writes V8
 * CPU profiles of worker and API there. Goal: the product handles at least half as many as the SDK.
 */
const load = { tokens: 450, tokensPerSecond: 30, spreadMs: 5_000 };
const LONGEST_MS = { sdk: 120_000, product: 420_000 };
const only = Number(process.argv[2] ?? 0);

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const describePace = (report: PaceReport): string =>
  `${report.replies} replies: ${report.keepsPace ? 'keeps pace' : 'does not keep pace'}; last token p50 ${report.lag.p50.toFixed(0)} ms, ` +
  `p99 ${report.lag.p99.toFixed(0)} ms; ${report.whole} whole, ${report.inTime} in time; the model p99 ${report.modelLate.toFixed(0)} ms late`;

function describeCosts({ costs, opening, replies }: LoadReport): string {
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
    `${opening.open.toFixed(0)} ms to the first event\n${lines.join('\n')}`
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
const costs = await stageCosts(stage);
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

if (only > 0) {
  const report = await tryProduct(only);
  process.stdout.write(`${describePace(report)}\n${describeCosts(report)}\n`);
} else {
  // Warm up: compiled code, connections.
  await tryProduct(20);
  const product = await searchMaximum(100, tryProduct, began + LONGEST_MS.product - LONGEST_MS.sdk);
  const alone = await searchMaximum(400, trySdk, began + LONGEST_MS.product);
  const best = product.tries.filter(({ keepsPace }) => keepsPace).at(-1);
  process.stdout.write(
    `the SDK alone: ${alone.most} replies at once; through the product: ${product.most}; ratio ${(product.most / alone.most).toFixed(2)}\n`,
  );
  if (best !== undefined) process.stdout.write(`  ${describePace(best)}\n${describeCosts(best)}\n`);
}
