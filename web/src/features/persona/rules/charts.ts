import type { Agreement, TraitId } from '../../../api/generated/schema';
import type { Point } from '../../../ui/gemGeometry';

/** Always the same number of dots: a symbol, in which no single friend can be identified. */
const patterns: Record<Agreement, number[]> = {
  AGREE: [0.42, 0.455, 0.49, 0.525, 0.56, 0.595],
  MIXED: [0.18, 0.32, 0.45, 0.56, 0.69, 0.82],
  SPLIT: [0.1, 0.145, 0.19, 0.81, 0.855, 0.9],
  UNKNOWN: [],
};

/** Positions of the dots on a line from 0 to 1: close together, apart, or in two groups. */
export const agreementDots = (agreement: Agreement): readonly number[] => patterns[agreement];

interface AgreementInsight {
  traits: readonly { id: TraitId; agreement: Agreement }[];
  agreed: readonly { trait: TraitId; text: string }[];
  split: readonly { trait: TraitId; text: string }[];
}

interface AgreementLine {
  trait: TraitId;
  agreement: Agreement;
  /** The API's sentence about it; null if there is none. */
  text: string | null;
}

/**
 * All traits, each once: first those that divide friends, then those they agree on (both in the order of the
 * API), then the rest.
 */
export function agreementLines({ traits, agreed, split }: AgreementInsight): AgreementLine[] {
  const described = [...split, ...agreed].flatMap(({ trait, text }) => {
    const agreement = traits.find(({ id }) => id === trait)?.agreement;
    return agreement === undefined ? [] : [{ trait, agreement, text }];
  });
  const rest = traits
    .filter(({ id }) => !described.some(({ trait }) => trait === id))
    .map(({ id, agreement }) => ({ trait: id, agreement, text: null }));
  return [...described, ...rest];
}

/** Space for the dot at the end of the line. */
const EDGE = 4;

/**
 * The points of a trait's line over versions, oldest first. The scale is always 0–100, so that a small change
 * looks small.
 * @param scores null for a version whose score may not be shown; the line leaves it out
 * @returns points in a box of width × height, with y downwards
 */
export function sparkline(scores: readonly (number | null)[], width: number, height: number): Point[] {
  const step = scores.length > 1 ? (width - 2 * EDGE) / (scores.length - 1) : 0;
  return scores.flatMap((score, index) =>
    score === null ? [] : [{ x: EDGE + index * step, y: EDGE + (1 - score / 100) * (height - 2 * EDGE) }],
  );
}

const SMALLEST = 1;
const LARGEST = 2.25;

/**
 * The font size of a word, in rem.
 * @param share of the friends who chose it, 0–1
 * @param top the largest share of any word
 */
export function wordSize(share: number, top: number): number {
  const weight = top > 0 ? share / top : 0;
  return Number((SMALLEST + (LARGEST - SMALLEST) * weight).toFixed(3));
}
