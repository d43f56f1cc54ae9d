import { expect } from 'vitest';
import type { Rating } from '../../src/measurement/answers.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { independentScorer } from './independentScorer.js';

const TOLERANCE = 1e-9;

/** The product's measurement and the independent one are the same in every field, numbers to 1e-9. */
export function expectSameScores(ratings: Rating[]): void {
  const ours = measure(ratings, norms);
  const theirs = independentScorer(ratings);
  const close = (a: number | null, b: number | null): void => {
    if (a === null || b === null) expect(a).toBe(b);
    else expect(Math.abs(a - b)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(b)));
  };
  expect(ours.friends).toBe(theirs.friends);
  ours.traits.forEach((trait, index) => {
    const other = theirs.traits[index];
    if (other === undefined) throw new Error('a trait is missing');
    expect(trait).toMatchObject({
      trait: other.letter,
      raters: other.n,
      score: other.score,
      level: other.level,
    });
    expect(trait.agreement).toBe(other.agreement);
    close(trait.percentile, other.percentile);
    close(trait.mean, other.F);
    close(trait.variance, other.s2);
    close(trait.k, other.k);
    close(trait.shrunkZ, other.shrunk);
    close(trait.consensus, other.consensus);
  });
  close(ours.rarity.d2, theirs.d2);
  expect(ours.rarity.tier).toBe(theirs.tier);
  expect([ours.archetype, ours.runnerUp]).toEqual([theirs.archetype, theirs.runnerUp]);
  expect(Object.fromEntries(ours.words.map(({ word, count }) => [word, count]))).toEqual(theirs.wordCounts);
}
