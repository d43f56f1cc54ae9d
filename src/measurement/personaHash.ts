import { createHash } from 'node:crypto';
import type { EvidencePack } from './evidence.js';
import type { Measurement } from './measurement.js';

/**
 * SHA-256 in hexadecimal over a measurement. The order of keys does not matter (a jsonb column reorders
 * them), so equal answers and norms give equal hashes. The hash that people see covers only the figures they
 * see: a digest of the unrounded figures would let an owner find out by trial which answers produce them.
 */
export function personaHash(measured: Measurement | Partial<EvidencePack>): string {
  return createHash('sha256').update(canonical(measured)).digest('hex');
}

/** JSON without white space, with keys in the order of their UTF-16 units. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
