import { runsOf } from './runsOf.js';

/** Many friends' texts, ready to be looked for. */
export interface AnswerIndex {
  /**
   * Whether `text` quotes any of them: holds five words, or twelve characters of Korean or Japanese, in a row, without regard
   * to case, width, punctuation and line breaks.
   */
  overlaps(text: string): boolean;
}

/** One pass over the answers; a look-up then costs the length of the text, however many answers there are. */
export function indexAnswers(answers: Iterable<string>): AnswerIndex {
  const runs = new Set<string>();
  for (const answer of answers) for (const run of runsOf(answer)) runs.add(run);
  return { overlaps: (text) => runsOf(text).some((run) => runs.has(run)) };
}
