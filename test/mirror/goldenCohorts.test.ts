import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidencePack, type EvidencePack, type Locale } from '../../src/mirror/evidencePack.js';
import { measure } from '../../src/mirror/measure.js';
import type { Measurement } from '../../src/mirror/measurement.js';
import { norms } from '../../src/mirror/norms.js';
import { independentScorer } from './independentScorer.js';
import { sheet } from './sheet.js';

interface Golden {
  about: string;
  locale: Locale;
  friends: { scales: string; closeness: number | null; elapsedMs: number | null; words: string[] }[];
  measurement: Measurement;
  evidence: EvidencePack;
}

/** Twelve digits: less than any reader sees, more than processors differ by. */
const rounded = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(12)) : part,
  ) as T;

describe.each(['three-who-agree', 'five-who-differ', 'eight-with-gaps'])('the golden cohort %s', (name) => {
  const golden = JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), 'utf8')) as Golden;
  const ratings = golden.friends.map(({ scales, ...rest }) => sheet(scales, rest));

  // A failure here means other scores for people who have been told theirs: a new SCORING_VERSION, never a new file.
  it('measures as it always did', () => {
    const measured = measure(ratings, norms);
    expect(rounded(measured)).toEqual(golden.measurement);
    expect(rounded(evidencePack(measured, { name: 'Mina', locale: golden.locale }))).toEqual(golden.evidence);
  });

  it('is what the second scorer says, too', () => {
    const scores = golden.measurement.traits.map(({ score }) => score);
    expect(independentScorer(ratings).traits.map(({ score }) => score)).toEqual(scores);
    expect(independentScorer(ratings).archetype).toBe(golden.measurement.archetype);
  });
});
