import type { Quote } from '../evidencePack.js';
import { indexAnswers } from './indexAnswers.js';

/** Blends of friends' texts, ready to be looked for in a text about the same person. */
export interface QuoteIndex {
  /**
   * Whether `text` says one of them word for word, by the measure of indexAnswers.
   * @param cited ids of those that it may say
   */
  repeatedIn(text: string, cited?: readonly string[]): boolean;
}

/** One pass over the quotes; a look-up then costs the length of the text and the number of quotes. */
export function indexQuotes(quotes: readonly Quote[]): QuoteIndex {
  const indexed = quotes.map(({ id, text }) => ({ id, index: indexAnswers([text]) }));
  return {
    repeatedIn: (text, cited = []) =>
      indexed.some(({ id, index }) => !cited.includes(id) && index.overlaps(text)),
  };
}
