import type { Quote } from '../evidencePack.js';
import { indexAnswers } from './indexAnswers.js';

/** An index of quotes, to be searched for in a text about the same person. */
export interface QuoteIndex {
  /**
   * Whether `text` repeats one of them word for word, by the measure of indexAnswers.
   * @param cited ids of the quotes that it may repeat
   */
  repeatedIn(text: string, cited?: readonly string[]): boolean;
}

/** Indexes the quotes in one pass. A lookup then costs the length of the text and the number of quotes. */
export function indexQuotes(quotes: readonly Quote[]): QuoteIndex {
  const indexed = quotes.map(({ id, text }) => ({ id, index: indexAnswers([text]) }));
  return {
    repeatedIn: (text, cited = []) =>
      indexed.some(({ id, index }) => !cited.includes(id) && index.overlaps(text)),
  };
}
