import type { PerTrait } from './traits.js';

/** The population that a person is compared with. */
export interface Norms {
  version: string;
  /** For people to read: where the figures come from and how they may be described. */
  source: string;
  computedFrom: string;
  /** Number of people behind the means. */
  n: number;
  /** Mean and standard deviation of people's trait means, 1–5. */
  traits: PerTrait<{ mean: number; sd: number }>;
  /** In the order E A C N I; positive definite. */
  correlations: readonly (readonly number[])[];
}

/**
 * Computed by us from the raw data. The data themselves are not shipped, because their copy states no
 * licence. Limits: a self-selected web sample, the English form, self-reports instead of informant ratings.
 * To be replaced by our own informant norms, under another version.
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
