import type { Locale } from '../../src/locale.js';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import type { Measurement } from '../../src/measurement/measurement.js';

/** Twelve digits: less than any reader sees, more than processors differ by. */
const digits = (value: number | null): string =>
  value === null ? '-' : String(Number(value.toPrecision(12)));

/** All of a measurement and the words that its evidence shows, as the lines of the golden file. */
export function goldenLines(measured: Measurement, locale: Locale): string[] {
  const { scoringVersion, normsVersion, friends, k, confidence, archetype, runnerUp, rarity } = measured;
  const shown = evidencePack(measured, { name: 'Mina', locale }).words;
  return [
    `= ${scoringVersion} ${normsVersion} ${friends} friends, k ${digits(k)}, ${confidence}`,
    `= ${archetype} before ${runnerUp}, ${rarity.tier} at ${digits(rarity.d2)}`,
    ...measured.traits.map((own) =>
      [
        `= ${own.trait} ${own.score} ${own.level} ${own.agreement} of ${own.raters}:`,
        ...[own.percentile, own.consensus, own.k, own.mean, own.variance, own.lambda, own.shrunkZ].map(
          digits,
        ),
      ].join(' '),
    ),
    `= chosen: ${measured.words.map(({ word, count, share }) => `${word} ${count} ${digits(share)}`).join(', ')}`,
    `= shown: ${shown.map(({ word, count, share }) => `${word} ${count} ${share}`).join(', ')}`,
  ].map((line) => line.trimEnd());
}
