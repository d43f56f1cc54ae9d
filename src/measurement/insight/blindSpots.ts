import { MIN_GROUP } from '../anonymity.js';
import type { Rating } from '../answers.js';
import type { Measurement, TraitMeasurement } from '../measurement.js';
import { criticalT } from '../scoring/statistics.js';
import type { PerTrait, TraitId } from '../traits.js';
import type { LeniencyBias } from './leniencyBias.js';
import { selfView } from './selfView.js';

/** Who usually judges a trait better (self–other knowledge asymmetry, Vazire 2010). */
export type Judge = 'SELF_KNOWS_BEST' | 'FRIENDS_JUDGE_WELL' | 'EQUAL';

/** A trait on which the person and the friends were compared. */
export interface BlindSpot {
  trait: TraitId;
  /**
   * CLEAR may be stated. HINT may only be asked, and occurs for at most one trait. NONE is no notable
   * difference.
   */
  strength: 'CLEAR' | 'HINT' | 'NONE';
  /** How the friends' view compares with the person's own. HIGHER is more of the trait. */
  friendsSee: 'HIGHER' | 'LOWER';
  judge: Judge;
  /** F − S − leniency bias in points of the scale, and its standard error. Unrounded, not to be shown. */
  difference: number;
  standardError: number;
}

/**
 * Cuts of the normal distribution: two-sided 10 % shared by five traits (Šidák), and 10 % for one trait
 * alone.
 */
const CLEAR = 2.311;
const HINT = 1.645;
/**
 * Degrees of freedom that the prior of the friends' variance adds to one per friend: four friends, less the
 * mean (weightedMeanAndVariance).
 */
const PRIOR_DEGREES = 3;
/**
 * Weight, in people, by which the population's mean is drawn to 0: the first person's gap must not become the
 * yardstick for all. The value is ours.
 */
const PRIOR_PEOPLE = 20;

const judges: PerTrait<Judge> = {
  E: 'EQUAL',
  A: 'FRIENDS_JUDGE_WELL',
  C: 'EQUAL',
  N: 'SELF_KNOWS_BEST',
  I: 'FRIENDS_JUDGE_WELL',
};

/** A comparison that is not yet classified. */
interface Comparison {
  spot: BlindSpot;
  /**
   * The difference in units of the value that Student's t exceeds by chance as rarely as a normal number
   * exceeds `z`.
   */
  beyond: (z: number) => number;
}

/**
 * Finds where friends see the person differently than the person does, beyond the chance error of so few
 * friends and items. With these cuts at most one in ten people without any gap gets a CLEAR blind spot on any
 * of the five traits.
 * @param self the person's own form
 * @param leniencyBias of the population; subtracted first, because friends are kinder than people are to
 *   themselves
 * @returns in the order of the traits, only those that at least three friends and the person could judge:
 *   fewer friends' mean next to one's own would reveal what one of them answered
 */
export function blindSpots(self: Rating, measurement: Measurement, leniencyBias: LeniencyBias): BlindSpot[] {
  const compared = measurement.traits.flatMap((measured) => compare(self, measured, leniencyBias));
  const hint = compared
    .filter(({ beyond }) => beyond(HINT) >= 1 && beyond(CLEAR) < 1)
    .toSorted((a, b) => b.beyond(HINT) - a.beyond(HINT))[0];
  return compared.map((own) => ({
    ...own.spot,
    strength: own.beyond(CLEAR) >= 1 ? 'CLEAR' : own === hint ? 'HINT' : 'NONE',
  }));
}

function compare(self: Rating, measured: TraitMeasurement, leniencyBias: LeniencyBias): Comparison[] {
  const { trait, mean, variance, k, raters } = measured;
  const own = selfView(self, trait);
  if (own === null || mean === null || variance === null || raters < MIN_GROUP) return [];
  const bias = (leniencyBias[trait].mean * leniencyBias[trait].n) / (leniencyBias[trait].n + PRIOR_PEOPLE);
  const difference = mean - own.mean - bias;
  const standardError = Math.sqrt(variance / k + own.error);
  // Welch–Satterthwaite: only the friends' part of the error is an estimate. The other part is known from
  // many people.
  const degrees = (PRIOR_DEGREES + k) * (standardError ** 2 / (variance / k)) ** 2;
  const friendsSee = difference >= 0 ? 'HIGHER' : 'LOWER';
  const spot: BlindSpot = {
    trait,
    strength: 'NONE',
    friendsSee,
    judge: judges[trait],
    difference,
    standardError,
  };
  return [{ spot, beyond: (z) => Math.abs(difference) / standardError / criticalT(degrees, z) }];
}
