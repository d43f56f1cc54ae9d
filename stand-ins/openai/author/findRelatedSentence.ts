import type { DirectBook } from '../phrases/directBook.js';

const longest = 120;

const sentencesOf = (text: string): string[] =>
  (text.match(/[^.!?。！？\n]+[.!?。！？]*/gu) ?? []).map((sentence) => sentence.trim()).filter(Boolean);

/** A sentence in a form that fits into quotation marks. */
function quotable(sentence: string): string {
  const bare = sentence.replace(/[.。!！\s]+$/u, '').replace(/[“”「」"]/g, '');
  return bare.length <= longest ? bare : `${bare.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

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
