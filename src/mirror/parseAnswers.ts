import type { Answer, RawAnswer } from './answers.js';
import { parseAnswer } from './parseAnswer.js';
import { questionnaireOf } from './questionnaire/questionnaire.js';

/** Where and why an answer is refused, for clients to read. The message never repeats the input. */
export interface Problem {
  /** Like `answers.3.scale`. */
  path: string;
  message: string;
}

export type ParsedAnswers = { answers: Answer[] } | { problems: Problem[] };

/** Half the scale items. The first ten are the shortest form found to be valid (part-whole r .89–.93). */
const MIN_SCALE_ANSWERS = 10;
/**
 * More than twice the answers of a complete form, so that no request makes the server list ten thousand
 * problems.
 */
const MAX_ANSWERS = 50;

/**
 * Validates answers before they become data. The result is canonical: in the questionnaire's order, words in
 * the list's order, texts trimmed and in NFC, so that equal content is equal data.
 * @throws RangeError for an unknown version
 */
export function parseAnswers(version: string, answers: readonly RawAnswer[]): ParsedAnswers {
  const questionnaire = questionnaireOf(version);
  if (answers.length > MAX_ANSWERS)
    return { problems: [{ path: 'answers', message: `At most ${MAX_ANSWERS} answers are accepted.` }] };

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
    if (seen.has(questionId)) return refuse('questionId', 'Each question can be answered only once.');
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
