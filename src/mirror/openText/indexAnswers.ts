import { quotationRuns } from './runsOf.js';

/** An index of many friends' texts. */
export interface AnswerIndex {
  /**
   * Whether `text` quotes any of them: it contains five words, or twelve characters of Korean or Japanese, in
   * a row, regardless of case, width, punctuation and line breaks.
   */
  overlaps(text: string): boolean;
}

/**
 * Indexes the answers in one pass. A lookup then costs the length of the text, however many answers there
 * are.
 */
export function indexAnswers(answers: Iterable<string>): AnswerIndex {
  const runs = new Set<string>();
  for (const answer of answers) for (const run of quotationRuns(answer)) runs.add(run);
  return { overlaps: (text) => quotationRuns(text).some((run) => runs.has(run)) };
}
