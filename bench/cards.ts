import { setTimeout as wait } from 'node:timers/promises';
import { sampleCard } from '../scripts/cards/sampleCards.js';
import { cardPixels, type CardSize } from '../src/images/card.js';
import { ImageEncoder } from '../src/images/imageEncoder.js';
import { type Locale, locales } from '../src/locale.js';
import { percentile } from './figures/percentile.js';

/**
 * Measures how long a share card takes from the order to the PNG, for each size and language: `npm run
 * bench:cards -- [cards]`. The first card of a process loads its fonts; the others find them loaded.
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

for (const locale of locales) {
  const encoder = new ImageEncoder();
  const first = await timed(encoder, locale, 'og', 0);
  const loaded = await timed(encoder, locale, 'og', 1);
  process.stdout.write(`${locale} first card with a new process ${ms(first)}, second ${ms(loaded)}\n`);
  for (const size of Object.keys(cardPixels) as CardSize[]) {
    const times: number[] = [];
    for (let card = 0; card < CARDS; card += 1) times.push(await timed(encoder, locale, size, card % KINDS));
    process.stdout.write(
      `${locale} ${size}: p50 ${ms(percentile(times, 50))}, p95 ${ms(percentile(times, 95))}, best ${ms(Math.min(...times))}\n`,
    );
  }
  // One process at a time, so that they do not share the cores.
  if (encoder.pid !== null) process.kill(encoder.pid, 'SIGKILL');
  while (encoder.pid !== null) await wait(10);
}
