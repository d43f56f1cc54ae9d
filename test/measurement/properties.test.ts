import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalAnswers, type Rating } from '../../src/measurement/answers.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { scaleItems, wordIds } from '../../src/measurement/questionnaire/items.js';
import { itemScores } from '../../src/measurement/scoring/itemScores.js';
import { qualityWeight } from '../../src/measurement/scoring/weights.js';
import { seededRandom } from './seededRandom.js';
import { sheet } from './sheet.js';

const rating: fc.Arbitrary<Rating> = fc
  .record({
    marks: fc.array(fc.constantFrom(...'112233445555?-'), { minLength: 20, maxLength: 20 }),
    words: fc.subarray([...wordIds], { maxLength: 5 }),
    closeness: fc.constantFrom(null, 1, 2, 3, 4),
    elapsedMs: fc.constantFrom(null, 9_000, 80_000),
  })
  .map(({ marks, ...rest }) => sheet(marks.join(''), rest));
const cohort = fc.array(rating, { minLength: 1, maxLength: 10 });

it('a measurement is the same to the last bit in whatever order the friends and their answers come', () => {
  fc.assert(
    fc.property(cohort, fc.nat(), (ratings, seed) => {
      const random = seededRandom(seed);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((value) => ({ value, place: random() }))
          .sort((a, b) => a.place - b.place)
          .map(({ value }) => value);
      const other = shuffled(ratings).map((own) => ({ ...own, answers: shuffled(own.answers) }));
      expect(JSON.stringify(measure(other, norms))).toBe(JSON.stringify(measure(ratings, norms)));
    }),
  );
});

it('an answer "I can\'t tell" measures as an answer that is missing', () => {
  fc.assert(
    fc.property(cohort, (ratings) => {
      const without = ratings.map((own) => ({
        ...own,
        answers: own.answers.filter((answer) => !answer.cannotTell),
      }));
      expect(measure(without, norms)).toEqual(measure(ratings, norms));
    }),
  );
});

it('percentiles stay within 0 and 100, scores are whole, and every number is finite', () => {
  fc.assert(
    fc.property(cohort, (ratings) => {
      const { traits, rarity } = measure(ratings, norms);
      for (const trait of traits) {
        expect(trait.percentile).toBeGreaterThanOrEqual(0);
        expect(trait.percentile).toBeLessThanOrEqual(100);
        expect(Number.isInteger(trait.score)).toBe(true);
        expect(trait.lambda).toBeGreaterThanOrEqual(0);
        expect(trait.lambda).toBeLessThan(1);
        expect(trait.k).toBeLessThanOrEqual(trait.raters + 1e-9);
      }
      expect(rarity.d2).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(rarity.d2)).toBe(true);
    }),
  );
});

it('saying more of a trait never lowers its percentile', () => {
  fc.assert(
    fc.property(cohort, fc.nat(), fc.nat(), (ratings, who, which) => {
      const item = scaleItems[which % scaleItems.length]!;
      const chosen = ratings[who % ratings.length]!;
      const step = item.reversed ? -1 : 1;
      const raised = {
        ...chosen,
        answers: chosen.answers.map((answer) =>
          answer.questionId === item.id && answer.scale !== undefined
            ? { ...answer, scale: Math.min(5, Math.max(1, answer.scale + step)) }
            : answer,
        ),
      };
      // A changed answer may begin or end a straight line, and with it the weight of the whole form.
      const weight = ({ answers, elapsedMs }: Rating): number =>
        qualityWeight(itemScores(answers), elapsedMs);
      fc.pre(weight(raised) === weight(chosen));
      const of = (all: Rating[]): number =>
        measure(all, norms).traits.find(({ trait }) => trait === item.trait)!.percentile;
      expect(of(ratings.map((own) => (own === chosen ? raised : own)))).toBeGreaterThanOrEqual(
        of(ratings) - 1e-9,
      );
    }),
    { numRuns: 300 },
  );
});

it('canonical answers are one string for one content, also after a store has reordered everything', () => {
  fc.assert(
    fc.property(rating, ({ answers }) => {
      const stored = answers
        .map((answer) => Object.fromEntries(Object.entries(answer).reverse()) as unknown as typeof answer)
        .reverse();
      expect(canonicalAnswers(stored)).toBe(canonicalAnswers(answers));
    }),
  );
});

it('canonical answers differ as soon as one answer does', () => {
  fc.assert(
    fc.property(rating, rating, (one, other) => {
      const same = JSON.stringify(one.answers) === JSON.stringify(other.answers);
      expect(canonicalAnswers(one.answers) === canonicalAnswers(other.answers)).toBe(same);
    }),
  );
});
