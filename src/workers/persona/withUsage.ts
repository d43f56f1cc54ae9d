import { costOf } from '../../ai/costOf.js';
import type { Usage } from '../../ai/ports.js';
import type { Provenance } from '../../entities/provenance.js';

const sum = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

/** Adds a model call's usage to a provenance. A value unknown for one call is unknown for the sum. */
export const withUsage = (provenance: Provenance, usage: Usage): Provenance => ({
  ...provenance,
  model: usage.model,
  inputTokens: sum(provenance.inputTokens, usage.inputTokens),
  outputTokens: sum(provenance.outputTokens, usage.outputTokens),
  cost: sum(provenance.cost, costOf(usage)),
});
