import type { DirectBook } from '../phrases/directBook.js';
import { sentencesOf, shortened } from './sentences.js';

const longest = 120;

/** A sentence in a form that fits into quotation marks. */
const quotable = (sentence: string): string =>
  shortened(sentence.replace(/[.。!！\s]+$/u, '').replace(/[“”「」"]/g, ''), longest);

/** True if two words differ only in their ending. */
const isAkin = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

/**
 * Finds the sentence that shares the most meaningful words with the question.
 * @param texts the likeliest first
 * @returns the best match, ready for quotation marks, or null
 */
export function findRelatedSentence(question: string, texts: string[], book: DirectBook): string | null {
  const asked = book.contentOf(question);
  const ranked = texts
    .flatMap(sentencesOf)
    .filter((sentence) => !book.isQuestion.test(sentence))
    .map((sentence) => {
      const words = book.contentOf(sentence);
      return { sentence, shared: asked.filter((word) => words.some((other) => isAkin(word, other))).length };
    })
    .sort((one, other) => other.shared - one.shared);
  const [best] = ranked;
  return best === undefined || (best.shared === 0 && asked.length > 0) ? null : quotable(best.sentence);
}
