import type { LanguageModel } from '../../src/ai/ports.js';
import type { Cohort } from './cohort.js';
import { evaluatePerson } from './evaluatePerson.js';
import type { PersonFindings } from './personFindings.js';
import { randomSource } from './people/randomSource.js';

/** Far from the neighbouring people's, whatever seed a run has. */
const SEED_STEP = 7919;

/**
 * All people, a few at a time. Everyone has random numbers of their own, so what is drawn does not depend on who is ready first.
 * @param options.talks how many people's personas are talked with; the first ones, which with simulated people are of all languages
 * @returns in the cohorts' order
 * @throws UpstreamError where the model could not be asked; nobody else is begun then
 */
export async function evaluateCohorts(
  cohorts: readonly Cohort[],
  model: LanguageModel,
  options: {
    heldOut: number;
    talks: number;
    turns: number;
    abreast: number;
    seed: number;
    budget: number;
    signal: AbortSignal;
  },
): Promise<PersonFindings[]> {
  const { heldOut, talks, turns, abreast, seed, budget, signal } = options;
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const findings: PersonFindings[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < cohorts.length; at = next++) {
      either.throwIfAborted();
      const cohort = cohorts[at];
      if (cohort === undefined) return;
      const random = randomSource(seed + SEED_STEP * (at + 1));
      const own = { model, random, heldOut, turns: at < talks ? turns : 0, budget, signal: either };
      findings[at] = await evaluatePerson(cohort, own);
    }
  };
  try {
    await Promise.all(Array.from({ length: abreast }, lane));
  } catch (error) {
    // The other lanes would go on buying answers that nobody will see.
    stop.abort();
    throw error;
  }
  return findings;
}

/** About how many calls that takes, repairs aside: quotes, reflections, text and interview for each held-out friend, a blank persona, other words. */
export function expectedCalls(
  cohorts: readonly Cohort[],
  options: { heldOut: number; talks: number; turns: number },
): number {
  const talks = options.turns === 0 ? 0 : Math.min(cohorts.length, options.talks);
  const calls = cohorts.map(({ friends }) => 4 * Math.min(friends.length, options.heldOut) + 3 + 1);
  return calls.reduce((sum, more) => sum + more, talks * (options.turns + 1));
}
