import type { Agreement } from '../graphql/generated/schema';

/** Always the same number of dots: a symbol, in which no single friend can be identified. */
const patterns: Record<Agreement, number[]> = {
  AGREE: [0.42, 0.455, 0.49, 0.525, 0.56, 0.595],
  MIXED: [0.18, 0.32, 0.45, 0.56, 0.69, 0.82],
  SPLIT: [0.1, 0.145, 0.19, 0.81, 0.855, 0.9],
  UNKNOWN: [],
};

/** Positions of the dots on a line from 0 to 1: close together, apart, or in two groups. */
export const agreementDots = (agreement: Agreement): readonly number[] => patterns[agreement];
