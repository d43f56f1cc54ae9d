import type { QuestionKind } from '../../../api/generated/schema';
import type { Question } from '../../../questionnaire/steps';

interface GivenAnswer {
  questionId: string;
  scale?: number | null;
  text?: string | null;
  optionIds?: string[] | null;
  cannotTell: boolean;
}

/** A question with its answer, as text. */
export interface AnsweredQuestion {
  id: string;
  kind: QuestionKind;
  question: string;
  /** Labels of the chosen point or words, or the free text. Empty for "I can't tell". */
  labels: string[];
  /** For a scale: the chosen point, and the number of points. */
  scale: { lit: number; of: number } | null;
}

/** The respondent's own answers with their questions. Unanswered questions are left out. */
export function answersWithQuestions(
  questions: readonly Question[],
  answers: readonly GivenAnswer[],
): AnsweredQuestion[] {
  const answerOf = new Map(answers.map((answer) => [answer.questionId, answer]));
  return questions.flatMap(({ id, kind, text, options }): AnsweredQuestion[] => {
    const answer = answerOf.get(id);
    if (answer === undefined) return [];
    const chosen = answer.scale ? [String(answer.scale)] : (answer.optionIds ?? []);
    const labels = options.filter((option) => chosen.includes(option.id)).map(({ label }) => label);
    const scale = answer.scale ? { lit: answer.scale, of: options.length } : null;
    return [{ id, kind, question: text, labels: answer.text ? [answer.text] : labels, scale }];
  });
}

/**
 * The receipt in a pasted text, which may be the receipt itself or a link with the receipt as its fragment.
 * @returns undefined if the text cannot be a receipt
 */
export function parseReceipt(pasted: string): string | undefined {
  const last = pasted.trim().split('#').at(-1) ?? '';
  return /^[\w-]{16,64}$/.test(last) ? last : undefined;
}
