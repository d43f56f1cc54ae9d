import type { Locale } from '../../locale.js';
import type { Norms } from '../norms.js';
import { traits } from '../traits.js';
import type { NormSums } from './normSums.js';

/**
 * Weight of the prior in people: two hundred people of our own weigh as much as the web sample. The value is
 * ours, to be refitted.
 */
const PRIOR_PEOPLE = 200;

/**
 * Computes our own norms for a language, as measure() takes them: posterior means and SDs of the prior (as n₀
 * = 200 people) and the people measured so far. The correlations remain those of the prior. The version names
 * the language and the number of people, so a measurement records what it was compared with.
 * @returns the prior itself if no one was measured yet
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
 * Mean and SD of prior and data as one sample. Squares are taken around the prior mean, so no large terms
 * cancel.
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
