import type { Measurement, TraitMeasurement } from '../measurement.js';
import { type TraitId, traits } from '../traits.js';

/**
 * How two people's profiles relate, in four labels from alike to unlike. None of them is praise or blame:
 * whether people of one kind get on better is not measured.
 * - MIRROR: the same profile, like a reflection.
 * - KINDRED: of one family, with features of their own.
 * - COMPLEMENT: each has what the other has less of.
 * - CONTRAST: turned in opposite directions. Unlike "opposites", the label promises no attraction.
 */
export type CompatibilityLabel = 'MIRROR' | 'KINDRED' | 'COMPLEMENT' | 'CONTRAST';

export interface Compatibility {
  /** Whole number 0–100; 100 is the same profile. */
  score: number;
  label: CompatibilityLabel;
  /** Traits on which both people stand out to the same side, the strongest first; at most two. */
  together: SharedTrait[];
  /** Traits on which they stand out to opposite sides, the strongest first; at most two. */
  apart: TraitId[];
}

interface SharedTrait {
  trait: TraitId;
  side: 'high' | 'low';
}

/**
 * Share of the score that the shape of the profile decides. The rest is nearness on A and N, which show most
 * in daily life together. The value is ours.
 */
const SHAPE = 0.75;
const MAX_REASONS = 2;

/**
 * Compares two measurements. Symmetric and deterministic. The norm's profile is removed (Allik et al. 2015),
 * because otherwise all people are alike in being rather friendly. The similarity is the cosine of both
 * people's shrunk deviations from the norm. A correlation would depend on the direction in which neuroticism
 * is scored.
 */
export function compatibility(a: Measurement, b: Measurement): Compatibility {
  const pairs = traits.map((id) => ({ id, one: traitOf(a, id), other: traitOf(b, id) }));
  const shape = 50 + 50 * cosine(pairs.map(({ one, other }) => [one.shrunkZ, other.shrunkZ]));
  const gaps = pairs
    .filter(({ id }) => id === 'A' || id === 'N')
    .map(({ one, other }) => Math.abs(one.percentile - other.percentile));
  const nearness = 100 - gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const score = Math.round(SHAPE * shape + (1 - SHAPE) * nearness);
  const reasons = pairs
    .map(({ id, one, other }) => ({
      id,
      sides: [side(one), side(other)],
      weight: one.shrunkZ * other.shrunkZ,
    }))
    .toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
  const together = reasons.flatMap(({ id, sides: [one, other] }): SharedTrait[] =>
    one !== undefined && one === other ? [{ trait: id, side: one }] : [],
  );
  const apart = reasons.filter(({ sides: [one, other] }) => one && other && one !== other);
  return {
    score,
    label: label(score),
    together: together.slice(0, MAX_REASONS),
    apart: apart.slice(0, MAX_REASONS).map(({ id }) => id),
  };
}

function label(score: number): CompatibilityLabel {
  if (score >= 75) return 'MIRROR';
  if (score >= 55) return 'KINDRED';
  return score >= 35 ? 'COMPLEMENT' : 'CONTRAST';
}

/** The side of the typical range that a trait is on, by the level shown; undefined if typical. */
function side({ level }: TraitMeasurement): 'high' | 'low' | undefined {
  if (level === 'TYPICAL') return undefined;
  return level === 'HIGH' || level === 'VERY_HIGH' ? 'high' : 'low';
}

/**
 * Two profiles without any direction are the same. One profile without direction is neither like nor unlike
 * another.
 */
function cosine(pairs: readonly (readonly [number, number])[]): number {
  const one = Math.hypot(...pairs.map(([value]) => value));
  const other = Math.hypot(...pairs.map(([, value]) => value));
  if (one === 0 && other === 0) return 1;
  if (one === 0 || other === 0) return 0;
  return pairs.reduce((sum, [x, y]) => sum + x * y, 0) / (one * other);
}

function traitOf({ traits: measured }: Measurement, id: TraitId): TraitMeasurement {
  const found = measured.find(({ trait }) => trait === id);
  if (found === undefined) throw new RangeError(`The measurement has no trait ${id}.`);
  return found;
}
