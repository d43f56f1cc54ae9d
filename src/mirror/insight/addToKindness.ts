import type { Measurement } from '../measurement.js';
import type { Rating } from '../rating.js';
import type { LeniencyBias } from './kindness.js';
import { selfView } from './selfView.js';

/**
 * Adds one person to the running mean. Traits that the person or all friends left out stay as they are.
 * @param self the person's own form; its closeness and elapsed time are ignored
 */
export function addToLeniencyBias(
  kindness: LeniencyBias,
  self: Rating,
  measurement: Measurement,
): LeniencyBias {
  const next = { ...kindness };
  for (const { trait, mean: friends } of measurement.traits) {
    const own = selfView(self, trait);
    if (own === null || friends === null) continue;
    const { mean, n } = kindness[trait];
    next[trait] = { mean: mean + (friends - own.mean - mean) / (n + 1), n: n + 1 };
  }
  return next;
}
