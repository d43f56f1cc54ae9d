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
  const sentences = sentencesOf(rest, locale);
  // The last sentence may continue: what looks like its end may be a decimal point.
  const finished = isWhole ? sentences : sentences.slice(0, -1);
  const words = finished.join('');
  if (!isWhole && words.trim().length < MIN_LENGTH) return { words: '', until: from };
  return { words: words.trim(), until: from + words.length };
}

/** Firefox has no Intl.Segmenter before version 125. There, a mark and a space or a line break end a sentence. */
const sentencesOf = (text: string, locale: string): string[] =>
  'Segmenter' in Intl
    ? [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment)
    : (text.match(/[\s\S]*?(?:[.!?…]+\s+|[。！？]+\s*|\n+)|[\s\S]+$/g) ?? []);
