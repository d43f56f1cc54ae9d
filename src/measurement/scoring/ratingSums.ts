import type { Rating } from '../answers.js';
import { scaleItems, wordIds } from '../questionnaire/items.js';
import { type PerTrait, type TraitId, traits } from '../traits.js';
import { traitMeanInTwelfths } from './itemScores.js';
import { rater, type Rater, WEIGHT_UNIT } from './weights.js';

/** Number of answers, their sum and the sum of their squares. */
export type ItemSums = [count: number, sum: number, squares: number];

/** What friends said of one trait, over those who could judge it. Weights are in units of 1/80. */
export interface TraitSums {
  raters: number;
  weight: number;
  squaredWeight: number;
  /** Weight times mean, and times its square. Means are in twelfths. */
  weightedMean: number;
  weightedSquare: number;
  /** In twelfths; null without a rater. */
  lowest: number | null;
  highest: number | null;
  /** For each item of the trait. */
  items: ItemSums[];
}

/**
 * All that measuring needs to know of a set of friends' forms. Every field is a whole number and adding is exact,
 * so the sums of two sets are those of their union, to the last bit and in whatever order.
 */
export interface RatingSums {
  /** All forms, and those of them that count: with enough scale answers. */
  forms: number;
  friends: number;
  weight: number;
  squaredWeight: number;
  traits: PerTrait<TraitSums>;
  /** How many chose each word, in the list's order. */
  words: number[];
}

const itemsOf = (trait: TraitId) => scaleItems.filter((item) => item.trait === trait);

const noTrait = (trait: TraitId): TraitSums => ({
  raters: 0,
  weight: 0,
  squaredWeight: 0,
  weightedMean: 0,
  weightedSquare: 0,
  lowest: null,
  highest: null,
  items: itemsOf(trait).map((): ItemSums => [0, 0, 0]),
});

const perTrait = <T>(of: (trait: TraitId) => T): PerTrait<T> =>
  Object.fromEntries(traits.map((trait) => [trait, of(trait)])) as PerTrait<T>;

/** The sums of no forms. */
export const noSums = (): RatingSums => ({
  forms: 0,
  friends: 0,
  weight: 0,
  squaredWeight: 0,
  traits: perTrait(noTrait),
  words: wordIds.map(() => 0),
});

/** @throws RangeError for a closeness outside 1–4 */
export function sumsOf(ratings: readonly Rating[]): RatingSums {
  const sums = noSums();
  for (const rating of ratings) {
    sums.forms += 1;
    const own = rater(rating);
    if (own !== null) addRater(sums, own);
  }
  return sums;
}

function addRater(sums: RatingSums, { weight, scores, words }: Rater): void {
  const units = Math.round(weight * WEIGHT_UNIT);
  sums.friends += 1;
  sums.weight += units;
  sums.squaredWeight += units ** 2;
  for (const [at, word] of wordIds.entries())
    if (words.includes(word)) sums.words[at] = (sums.words[at] ?? 0) + 1;
  for (const trait of traits) {
    const twelfths = traitMeanInTwelfths(scores, trait);
    if (twelfths === null) continue;
    const own = sums.traits[trait];
    own.raters += 1;
    own.weight += units;
    own.squaredWeight += units ** 2;
    own.weightedMean += units * twelfths;
    own.weightedSquare += units * twelfths ** 2;
    own.lowest = Math.min(own.lowest ?? twelfths, twelfths);
    own.highest = Math.max(own.highest ?? twelfths, twelfths);
    for (const [at, { id }] of itemsOf(trait).entries()) {
      const score = scores.find((one) => one.id === id)?.score;
      const item = own.items[at];
      if (score === undefined || item === undefined) continue;
      item[0] += 1;
      item[1] += score;
      item[2] += score ** 2;
    }
  }
}

const smaller = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);
const larger = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

/** The sums of the union of disjoint sets. */
export function addSums(sets: Iterable<RatingSums>): RatingSums {
  const total = noSums();
  for (const sums of sets) {
    total.forms += sums.forms;
    total.friends += sums.friends;
    total.weight += sums.weight;
    total.squaredWeight += sums.squaredWeight;
    total.words = total.words.map((count, at) => count + (sums.words[at] ?? 0));
    for (const trait of traits) {
      const [one, other] = [total.traits[trait], sums.traits[trait]];
      total.traits[trait] = {
        raters: one.raters + other.raters,
        weight: one.weight + other.weight,
        squaredWeight: one.squaredWeight + other.squaredWeight,
        weightedMean: one.weightedMean + other.weightedMean,
        weightedSquare: one.weightedSquare + other.weightedSquare,
        lowest: smaller(one.lowest, other.lowest),
        highest: larger(one.highest, other.highest),
        items: one.items.map(([count, sum, squares], at): ItemSums => {
          const [n, s, q] = other.items[at] ?? [0, 0, 0];
          return [count + n, sum + s, squares + q];
        }),
      };
    }
  }
  return total;
}
