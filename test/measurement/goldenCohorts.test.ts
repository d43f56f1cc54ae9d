import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { evidencePack } from '../../src/measurement/evidencePack.js';
import { measure } from '../../src/measurement/measure.js';
import type { Measurement } from '../../src/measurement/measurement.js';
import { norms } from '../../src/measurement/norms.js';
import { expectSameScores } from './expectSameScores.js';
import { goldenLines } from './goldenLines.js';
import { sheet } from './sheet.js';

interface Golden {
  about: string;
  locale: Locale;
  friends: { scales: string; closeness: number | null; elapsedMs: number | null; words: string[] }[];
  measurement: Measurement;
  evidence: EvidencePack;
}

const read = (file: string): string => readFileSync(new URL(`golden/${file}`, import.meta.url), 'utf8');

/** Twelve digits: less than any reader sees, more than processors differ by. */
const rounded = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  ) as T;

// A failure in this file means other scores for people who have already seen theirs: it needs a new
// SCORING_VERSION, never a new file.
describe.each(['three-who-agree', 'five-who-differ', 'eight-with-gaps'])('the golden cohort %s', (name) => {
  const golden = JSON.parse(read(`${name}.json`)) as Golden;
  const ratings = golden.friends.map(({ scales, ...rest }) => sheet(scales, rest));

  it('measures as it always did', () => {
    const measured = measure(ratings, norms);
    expect(rounded(measured)).toEqual(golden.measurement);
    expect(rounded(evidencePack(measured, { name: 'Mina', locale: golden.locale }))).toEqual(golden.evidence);
  });

  it('is what the second scorer says, too', () => expectSameScores(ratings));
});

/** A friend a line: answers, closeness, milliseconds, words; "-" where there is none. */
const friend = (line: string) => {
  const [scales = '', closeness, elapsedMs, words = '-'] = line.split(' ');
  const number = (text: string | undefined): number | null => (text === '-' ? null : Number(text));
  return sheet(scales, {
    closeness: number(closeness),
    elapsedMs: number(elapsedMs),
    words: words === '-' ? [] : words.split(','),
  });
};

const cohorts = read('cohorts.txt')
  .trim()
  .split('\n\n')
  .filter((text) => !text.startsWith('#'))
  .map((text) => {
    const [about = '', ...lines] = text.split('\n');
    return {
      about,
      locale: about.split(' ')[1] as Locale,
      ratings: lines.filter((line) => !line.startsWith('=')).map(friend),
      lines: lines.filter((line) => line.startsWith('=')),
    };
  });

it('with these there are fifty golden cohorts, of 3 to 30 friends in every language', () => {
  expect(cohorts).toHaveLength(47);
  expect([...new Set(cohorts.map(({ locale }) => locale))].sort()).toEqual(['EN', 'JA', 'KO']);
  const sizes = cohorts.map(({ ratings }) => ratings.length);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([3, 30]);
});

it.each(cohorts)('the golden cohort $about measures as it always did', ({ locale, ratings, lines }) => {
  expect(goldenLines(measure(ratings, norms), locale)).toEqual(lines);
  expectSameScores(ratings);
});
