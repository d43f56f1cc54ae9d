import type { EvidencePack } from '../../mirror/evidencePack.js';

/** Every evidence id that a text about this person may cite. */
export const evidenceIds = (pack: EvidencePack): Set<string> =>
  new Set([...pack.traits, ...pack.words, ...pack.quotes].map(({ id }) => id));
