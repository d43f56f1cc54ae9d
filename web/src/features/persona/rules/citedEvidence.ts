interface Evidence {
  id: string;
  text: string;
}

/** The evidence that a sentence cites, in its order. Evidence that has been hidden or removed is left out. */
export const citedEvidence = (cited: readonly string[], evidence: readonly Evidence[]): Evidence[] =>
  cited.flatMap((id) => evidence.find((one) => one.id === id) ?? []);
