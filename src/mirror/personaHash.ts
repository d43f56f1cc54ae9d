import { createHash } from 'node:crypto';
import type { Measurement } from './measurement.js';

/**
 * SHA-256 in hexadecimal over a measurement, whatever order its keys are in (a jsonb column reorders them): whoever holds
 * the measurement can see that a persona was made of this one.
 */
export function personaHash(measurement: Measurement): string {
  return createHash('sha256').update(canonical(measurement)).digest('hex');
}

/** JSON without white space, keys in the order of their UTF-16 units. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
