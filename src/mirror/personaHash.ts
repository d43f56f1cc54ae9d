import { createHash } from 'node:crypto';
import type { EvidencePack } from './evidencePack.js';
import type { Measurement } from './measurement.js';

/**
 * SHA-256 in hexadecimal over what was measured, whatever order its keys are in (a jsonb column reorders them): the same
 * answers and norms give the same. For people it is made of what they are shown: a digest of the unrounded figures would let
 * an owner try out which answers make them.
 */
export function personaHash(measured: Measurement | Partial<EvidencePack>): string {
  return createHash('sha256').update(canonical(measured)).digest('hex');
}

/** JSON without white space, keys in the order of their UTF-16 units. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
