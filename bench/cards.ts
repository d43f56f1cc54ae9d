import { setTimeout as wait } from 'node:timers/promises';
import { sampleCard } from '../scripts/cards/sampleCards.js';
import { cardPixels, type CardSize } from '../src/images/card.js';
import { ImageEncoder } from '../src/images/imageEncoder.js';
import { type Locale, locales } from '../src/locale.js';
import { percentile } from './figures/percentile.js';
import { processCost } from './figures/processCosts.js';

/**
 * Measures how long a share card takes from the order to the PNG, and the CPU time of the image process, for each
 * size and language: `npm run bench:cards -- [cards]`. The first card of a process loads its fonts; the others find
 * them loaded. The process has a lower priority, so on a busy machine it waits for most of the time.
 */
const CARDS = Number(process.argv[2] ?? 20);
const KINDS = 3;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

async function timed(encoder: ImageEncoder, locale: Locale, size: CardSize, kind: number): Promise<number> {
  const card = await sampleCard(locale, kind);
  const started = performance.now();
  await encoder.draw({ card, size });
  return performance.now() - started;
}

const cpuMs = ({ pid }: ImageEncoder): number =>
  pid === null ? 0 : processCost(pid, { children: false }).cpuSeconds * 1000;

for (const locale of locales) {
  const encoder = new ImageEncoder();
  const first = await timed(encoder, locale, 'og', 0);
  process.stdout.write(`${locale} first card with a new process: ${ms(first)}, CPU ${ms(cpuMs(encoder))}\n`);
  for (const size of Object.keys(cardPixels) as CardSize[]) {
    // One of each, so that the pictures and the code are warm.
    for (let kind = 0; kind < KINDS; kind += 1) await timed(encoder, locale, size, kind);
    const times: number[] = [];
    const before = cpuMs(encoder);
    for (let card = 0; card < CARDS; card += 1) times.push(await timed(encoder, locale, size, card % KINDS));
    const cpu = (cpuMs(encoder) - before) / CARDS;
    process.stdout.write(
      `${locale} ${size}: p50 ${ms(percentile(times, 50))}, p95 ${ms(percentile(times, 95))}, best ${ms(Math.min(...times))}, CPU ${ms(cpu)} a card\n`,
    );
  }
  const { pid } = encoder;
  if (pid === null) continue;
  process.stdout.write(
    `${locale} image process: ${processCost(pid, { children: false }).megabytes.toFixed(0)} MB\n`,
  );
  // One process at a time, so that they do not share the cores.
  process.kill(pid, 'SIGKILL');
  while (encoder.pid !== null) await wait(10);
}
