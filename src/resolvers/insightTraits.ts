import { describeEvidence } from '../mirror/evidenceInWords.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import type { InsightTraitType } from '../schema/insightTraitTypes.js';

/** The traits of a version, each with the same sentence as its evidence. */
export function insightTraitViews(evidence: EvidencePack): InsightTraitType[] {
  const ids = evidence.traits.map(({ id }) => id);
  const sentences = new Map(describeEvidence(evidence, ids).map(({ id, text }) => [id, text]));
  return evidence.traits.map(({ id, trait, score, level, agreement, raters }) => {
    const text = sentences.get(id) ?? '';
    return { id: trait, score, level, agreement, raters, text };
  });
}
