/** What a persona's page can be introduced with. */
export interface SayingData {
  sentences: readonly { text: string }[];
  version: { insight: { quotes: readonly { text: string }[] } | null } | null;
}

/**
 * The one sentence at the top of a persona's page: a quote, because it sounds like a friend, or else the first
 * sentence of the summary. Null if the text is not written yet.
 */
export function sayingOf({ sentences, version }: SayingData): { text: string; isQuote: boolean } | null {
  const quote = version?.insight?.quotes[0];
  if (quote !== undefined) return { text: quote.text, isQuote: true };
  const first = sentences[0];
  return first === undefined ? null : { text: first.text, isQuote: false };
}
