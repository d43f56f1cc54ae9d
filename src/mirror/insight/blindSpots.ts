import type { Measurement, TraitMeasurement } from '../measurement.js';
import type { Rating } from '../rating.js';
import { criticalT } from '../scoring/criticalT.js';
import type { PerTrait, TraitId } from '../traits.js';
import type { Kindness } from './kindness.js';
import { selfView } from './selfView.js';

/** Who usually judges a trait better (self–other knowledge asymmetry, Vazire 2010). */
export type Judge = 'SELF_KNOWS_BEST' | 'FRIENDS_JUDGE_WELL' | 'EQUAL';

/** A trait on which the person and the friends were compared. */
export interface BlindSpot {
  trait: TraitId;
  /** CLEAR may be told, HINT only asked (it is there for one trait at the most), NONE is no difference to speak of. */
  strength: 'CLEAR' | 'HINT' | 'NONE';
  /** How the friends see the person, beside the person's own view: HIGHER is more of the trait. */
  friendsSee: 'HIGHER' | 'LOWER';
  judge: Judge;
  /** F − S − kindness in points of the scale, and its standard error; unrounded, not to be shown. */
  difference: number;
  standardError: number;
}

/** As cuts of the normal distribution. Two-sided 10 % shared by five traits (Šidák), and 10 % for one trait alone. */
const CLEAR = 2.311;
const HINT = 1.645;
/** Degrees of freedom that the prior of the friends' variance adds to one a friend: four friends, less the mean (weightedSpread). */
const PRIOR_DEGREES = 3;
const MIN_RATERS = 3;
/** People by which the population's mean is drawn to 0: the first person's gap must not become everybody's yardstick. Ours. */
const PRIOR_PEOPLE = 20;

const judges: PerTrait<Judge> = {
  E: 'EQUAL',
  A: 'FRIENDS_JUDGE_WELL',
  C: 'EQUAL',
  N: 'SELF_KNOWS_BEST',
  I: 'FRIENDS_JUDGE_WELL',
};

/** A blind spot before it is called so. */
interface Comparison {
  spot: BlindSpot;
  /** The difference as a multiple of what Student's t allows it by chance as seldom as a normal number exceeds `z`. */
  beyond: (z: number) => number;
}

/**
 * Where friends see the person otherwise than the person does, beyond what so few friends and items leave to chance.
 * With these cuts at most one person in ten without any gap gets a CLEAR one among the five traits.
 * @param self the person's own form
 * @param kindness of the population, which is subtracted first: friends are kinder than people are to themselves
 * @returns in the order of the traits, those that at least three friends and the person could tell: fewer friends' mean
 * beside one's own would show what one of them answered
 */
export function blindSpots(self: Rating, measurement: Measurement, kindness: Kindness): BlindSpot[] {
  const compared = measurement.traits.flatMap((measured) => compare(self, measured, kindness));
  const hint = compared
    .filter(({ beyond }) => beyond(HINT) >= 1 && beyond(CLEAR) < 1)
    .toSorted((a, b) => b.beyond(HINT) - a.beyond(HINT))[0];
  return compared.map((own) => ({
    ...own.spot,
    strength: own.beyond(CLEAR) >= 1 ? 'CLEAR' : own === hint ? 'HINT' : 'NONE',
  }));
}

function compare(self: Rating, measured: TraitMeasurement, kindness: Kindness): Comparison[] {
  const { trait, mean, variance, k, raters } = measured;
  const own = selfView(self, trait);
  if (own === null || mean === null || variance === null || raters < MIN_RATERS) return [];
  const usual = (kindness[trait].mean * kindness[trait].n) / (kindness[trait].n + PRIOR_PEOPLE);
  const difference = mean - own.mean - usual;
  const standardError = Math.sqrt(variance / k + own.error);
  // Welch–Satterthwaite: only the friends' part of the error is an estimate, the other is known from many people.
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
