interface Evidence {
  id: string;
  text: string;
}

/** The evidence that a sentence cites, in its order; what is hidden or unknown by now is left out. */
export const citations = (cited: readonly string[], evidence: readonly Evidence[]): Evidence[] =>
  cited.flatMap((id) => evidence.find((one) => one.id === id) ?? []);
