import type { Answer, RawAnswer } from './answers.js';
import { parseAnswer } from './parseAnswer.js';
import { questionnaireOf } from './questionnaire/questionnaire.js';

/** Where and why an answer is refused, for clients to read: the message never repeats what was sent. */
export interface Problem {
  /** Like `answers.3.scale`. */
  path: string;
  message: string;
}

export type ParsedAnswers = { answers: Answer[] } | { problems: Problem[] };

/** Half the scales: the first ten items are the shortest form that was found to hold (part-whole r .89–.93). */
const MIN_SCALE_ANSWERS = 10;
/** More than twice what a whole form holds: nobody waits for ten thousand problems to be listed. */
const MAX_ANSWERS = 50;

/**
 * Answers become data here or not at all. The result is canonical: in the questionnaire's order, words in the list's
 * order, texts in NFC and trimmed, so that the same content is the same data.
 * @throws RangeError for an unknown version
 */
export function parseAnswers(version: string, answers: readonly RawAnswer[]): ParsedAnswers {
  const questionnaire = questionnaireOf(version);
  if (answers.length > MAX_ANSWERS)
    return { problems: [{ path: 'answers', message: `At most ${MAX_ANSWERS} answers are taken.` }] };

  const problems: Problem[] = [];
  const valid = new Map<string, Answer>();
  const seen = new Set<string>();
  let texts = 0;
  answers.forEach((raw, index) => {
    const path = `answers.${index}`;
    const refuse = (field: string, message: string): void =>
      void problems.push({ path: `${path}.${field}`, message });
    const parsed = parseAnswer(questionnaire, raw, refuse);
    if (parsed === null) return;
    const { questionId } = parsed;
    if (seen.has(questionId)) return refuse('questionId', 'A question is answered once.');
    seen.add(questionId);
    if (parsed.text !== undefined && ++texts > 1)
      return refuse('questionId', 'Answer only one of the open questions.');
    valid.set(questionId, parsed);
  });
  const scales = [...valid.values()].filter(({ scale }) => scale !== undefined).length;
  if (problems.length === 0 && scales < MIN_SCALE_ANSWERS)
    problems.push({ path: 'answers', message: `At least ${MIN_SCALE_ANSWERS} scale answers are needed.` });
  if (problems.length > 0) return { problems };

  const order = [...questionnaire.items.map(({ id }) => id), 'WORDS', ...questionnaire.texts];
  return { answers: order.flatMap((id) => valid.get(id) ?? []) };
}
