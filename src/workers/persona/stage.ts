import type { EntityData } from '@mikro-orm/core';
import type { Usage } from '../../ai/ports.js';
import type { Services } from '../../context.js';
import type { PersonaVersion, Provenance } from '../../entities/PersonaVersion.js';
import type { Attempt } from '../../queue/jobs.js';
import { inSpan } from '../../telemetry/spans.js';

/**
 * A stage of the synthesis. Called repeatedly, with a version whose persona and survey are loaded, until it
 * has nothing left to do.
 * @returns the draft to store before the next call; null when the stage is done
 */
export type Stage = (
  services: Services,
  version: PersonaVersion,
  attempt: Attempt,
) => Promise<EntityData<PersonaVersion> | null>;

/** Runs a stage in a span and measures it. */
export async function watchStage<T>({ metrics }: Services, name: string, run: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const observe = (outcome: 'done' | 'failed'): void =>
    metrics.observeStage(name, outcome, (performance.now() - began) / 1_000);
  try {
    const result = await inSpan(`stage ${name}`, {}, run);
    observe('done');
    return result;
  } catch (error) {
    observe('failed');
    throw error;
  }
}

const sum = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

/** Adds the cost of a call to a provenance. A cost unknown for one call is unknown for the sum. */
export const withCost = (provenance: Provenance, cost: number | null): Provenance => ({
  ...provenance,
  cost: sum(provenance.cost, cost),
});

/** Adds the usage of a call for the text. A value unknown for one call is unknown for the sum. */
export const withUsage = ({ costOf }: Services, provenance: Provenance, usage: Usage): Provenance => ({
  ...withCost(provenance, costOf(usage)),
  model: usage.model,
  inputTokens: sum(provenance.inputTokens, usage.inputTokens),
  outputTokens: sum(provenance.outputTokens, usage.outputTokens),
});
