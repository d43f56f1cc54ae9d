interface JohariWord {
  id: string;
  label: string;
  evidence: string;
}

interface JohariLine {
  evidence: string;
  labels: string[];
}

/** Words that were picked by equally many people, under the sentence that says so, in the order of the words. */
export function johariLines(words: readonly JohariWord[]): JohariLine[] {
  const lines = new Map<string, string[]>();
  for (const { label, evidence } of words) lines.set(evidence, [...(lines.get(evidence) ?? []), label]);
  return [...lines].map(([evidence, labels]) => ({ evidence, labels }));
}
