/** Shorter ones wait for the next: a screen reader that says one word at a time is no help. */
const WORTH_SAYING = 24;

/**
 * What a screen reader is told of a growing text: whole sentences, each once.
 * @param from UTF-16 units that were told already
 * @param isWhole nothing more comes, so that the last sentence is finished too
 * @param locale of the text, a BCP 47 tag
 * @returns the words to say, '' if none yet, and how far they go
 */
export function finishedSentences(
  text: string,
  from: number,
  isWhole: boolean,
  locale: string,
): { words: string; until: number } {
  const rest = text.slice(from);
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(rest)];
  // The last one may go on, and what looks like its end may be the point of a number.
  const finished = isWhole ? sentences : sentences.slice(0, -1);
  const words = finished.map(({ segment }) => segment).join('');
  if (!isWhole && words.trim().length < WORTH_SAYING) return { words: '', until: from };
  return { words: words.trim(), until: from + words.length };
}
