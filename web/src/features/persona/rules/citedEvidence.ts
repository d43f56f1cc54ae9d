import type { EvidenceLine } from '../../../ui/evidence/evidenceLine';

/**
 * The evidence that a sentence cites, in its order. Evidence that has been hidden or removed is left out.
 * @param persona with the version that is shown, or null while none is
 */
export const citedEvidence = <T extends { id: string }>(
  persona: { version?: { evidence: readonly T[] } | null },
  cited: readonly string[],
): T[] => cited.flatMap((id) => persona.version?.evidence.find((one) => one.id === id) ?? []);

/** The same without the counts, for a sentence that says them itself. */
export const withoutCounts = (lines: readonly EvidenceLine[]): EvidenceLine[] =>
  lines.map(({ id, spread, questions }) => ({ id, spread, questions }));
