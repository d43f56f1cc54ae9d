import type { Norms } from '../norms.js';
import type { Locale } from '../questionnaire/locale.js';
import { traits } from '../traits.js';
import type { NormSums } from './normSums.js';

/** People that the prior counts for: some two hundred of our own weigh as much as the web sample. Ours, to be refitted. */
const PRIOR_PEOPLE = 200;

/**
 * Norms of our own for a language, as measure() takes them: posterior means and SDs of the prior (as n₀ = 200 people) and
 * the people measured so far. The correlations stay the prior's. Its version names language and people: a measurement
 * made with it says by what it was measured.
 * @returns the prior itself while nobody was measured
 */
export function informantNorms(prior: Norms, sums: NormSums, locale: Locale): Norms {
  const n = Math.max(...traits.map((trait) => sums[trait].n));
  if (n === 0) return prior;
  const posterior = { ...prior.traits };
  for (const trait of traits) posterior[trait] = posteriorOf(prior.traits[trait], sums[trait]);
  return {
    version: `informants-${locale.toLowerCase()}@1+${n}`,
    source: `compared with ${n} people described by their friends, beside a prior of ${PRIOR_PEOPLE} people: ${prior.source}`,
    computedFrom: `surveys of our own whose owners consented, and: ${prior.computedFrom}`,
    n,
    traits: posterior,
    correlations: prior.correlations,
  };
}

/**
 * Mean and SD of prior and data as one sample, with the squares taken around the prior mean, where nothing large cancels.
 */
function posteriorOf(
  { mean, sd }: { mean: number; sd: number },
  { n, sum, squares }: { n: number; sum: number; squares: number },
): { mean: number; sd: number } {
  const people = PRIOR_PEOPLE + n;
  const shift = (sum - n * mean) / people;
  const around = squares - 2 * mean * sum + n * mean ** 2;
  return {
    mean: mean + shift,
    sd: Math.sqrt((PRIOR_PEOPLE * sd ** 2 + around) / people - shift ** 2),
  };
}
