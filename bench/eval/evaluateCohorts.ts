import type { LanguageModel } from '../../src/ai/ports.js';
import type { Cohort } from './cohort.js';
import { evaluatePerson } from './evaluatePerson.js';
import type { PersonFindings } from './personFindings.js';
import { randomSource } from './people/randomSource.js';

/** Keeps the people's seeds far apart, whatever the run's seed is. */
const SEED_STEP = 7919;

/**
 * Evaluates all people, a few at a time. Each person has a separate random source, so the result does not
 * depend on which evaluation finishes first.
 * @param options.talks how many people's personas have a conversation: the first ones, which among simulated
 *   people include all languages
 * @returns the findings in the order of the cohorts
 * @throws UpstreamError if the model could not be called; no further person is started then
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
  const worker = async (): Promise<void> => {
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
    await Promise.all(Array.from({ length: abreast }, worker));
  } catch (error) {
    // Otherwise the other workers would keep paying for answers that are discarded.
    stop.abort();
    throw error;
  }
  return findings;
}

/**
 * The approximate number of calls, without repairs: quotes, reflections, text and interview for each held-out
 * friend, a blank persona, and the second wording.
 */
export function expectedCalls(
  cohorts: readonly Cohort[],
  options: { heldOut: number; talks: number; turns: number },
): number {
  const talks = options.turns === 0 ? 0 : Math.min(cohorts.length, options.talks);
  const calls = cohorts.map(({ friends }) => 4 * Math.min(friends.length, options.heldOut) + 3 + 1);
  return calls.reduce((sum, more) => sum + more, talks * (options.turns + 1));
}
