import type { VisibleVersion } from '../entities/toldVersions.js';
import { describeEvidence } from '../mirror/evidenceInWords.js';
import type { EvidenceInWordsType } from '../schema/MessageType.js';

/** All evidence of a version in words. Empty until it is READY. */
export function versionEvidence({ status, evidence }: VisibleVersion): EvidenceInWordsType[] {
  if (status !== 'READY' || evidence === null) return [];
  const ids = [...evidence.traits, ...evidence.words, ...evidence.quotes].map(({ id }) => id);
  return describeEvidence(evidence, ids);
}
