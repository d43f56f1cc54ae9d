import type { PerTrait } from './traits.js';

/** Whom a person is compared with. */
export interface Norms {
  version: string;
  /** For people to read: where the figures come from and what they may not be called. */
  source: string;
  computedFrom: string;
  /** People behind the means. */
  n: number;
  /** Trait means of persons, 1–5. */
  traits: PerTrait<{ mean: number; sd: number }>;
  /** In the order E A C N I; positive definite. */
  correlations: readonly (readonly number[])[];
}

/**
 * Computed by us from the raw data; the data themselves are not shipped, as their copy states no licence. Limits: a
 * self-selected web sample, the English form, self reports rather than informants. To be replaced by informant norms of
 * our own, under another version.
 */
export const norms: Norms = {
  version: 'openpsychometrics-big5-2012@1',
  source: 'compared with online test takers (self reports, ages 13–100; correlations: ages 18–35, N 12,076)',
  computedFrom:
    'Open-Source Psychometrics Project, BIG5 raw data, c. 2012: the twenty Mini-IPIP items among its fifty',
  n: 19_635,
  traits: {
    E: { mean: 2.896, sd: 1.03 },
    A: { mean: 3.912, sd: 0.87 },
    C: { mean: 3.192, sd: 0.902 },
    N: { mean: 2.948, sd: 0.897 },
    I: { mean: 4.027, sd: 0.77 },
  },
  correlations: [
    [1, 0.3, 0.05, -0.18, 0.1],
    [0.3, 1, 0.05, -0.01, 0.13],
    [0.05, 0.05, 1, -0.2, -0.03],
    [-0.18, -0.01, -0.2, 1, -0.1],
    [0.1, 0.13, -0.03, -0.1, 1],
  ],
};
