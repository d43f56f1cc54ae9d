/** Shorter texts wait for the next sentence: a screen reader that reads single words is no help. */
const MIN_LENGTH = 24;

/**
 * The part of a growing text that a screen reader announces next: whole sentences, each once.
 * @param from UTF-16 units that were announced already
 * @param isWhole whether the text is complete, and so its last sentence too
 * @param locale BCP 47 tag of the text
 * @returns the words to announce, '' if none yet, and the offset at which they end
 */
export function finishedSentences(
  text: string,
  from: number,
  isWhole: boolean,
  locale: string,
): { words: string; until: number } {
  const rest = text.slice(from);
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(rest)];
  // The last sentence may continue: what looks like its end may be a decimal point.
  const finished = isWhole ? sentences : sentences.slice(0, -1);
  const words = finished.map(({ segment }) => segment).join('');
  if (!isWhole && words.trim().length < MIN_LENGTH) return { words: '', until: from };
  return { words: words.trim(), until: from + words.length };
}
