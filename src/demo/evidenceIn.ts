import type { EvidencePack } from '../mirror/evidencePack.js';
import { fencedIn } from './fencedIn.js';

/** The evidence in a prompt's document, or null if there is none. */
export function evidenceIn(text: string): EvidencePack | null {
  const data = fencedIn(text) as Partial<EvidencePack> | null;
  const isEvidence = data?.subject !== undefined && Array.isArray(data.traits) && Array.isArray(data.words);
  return isEvidence ? (data as EvidencePack) : null;
}
