import type { QuestionKind } from '../graphql/generated/schema';
import type { Question } from './Question';

interface GivenAnswer {
  questionId: string;
  scale?: number | null;
  text?: string | null;
  optionIds?: string[] | null;
  cannotTell: boolean;
}

/** A question with what was answered to it, in words. */
export interface ReadAnswer {
  id: string;
  kind: QuestionKind;
  question: string;
  /** The point of the scale, the words, or the line, as they were read; none for "I can't tell". */
  said: string[];
  /** Of a scale: how high, of how many. */
  scale: { lit: number; of: number } | null;
}

/** One's own answers beside their questions. What was not answered is left out. */
export function readBack(questions: readonly Question[], answers: readonly GivenAnswer[]): ReadAnswer[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return questions.flatMap(({ id, kind, text, options }): ReadAnswer[] => {
    const answer = given.get(id);
    if (answer === undefined) return [];
    const chosen = answer.scale ? [String(answer.scale)] : (answer.optionIds ?? []);
    const labels = options.filter((option) => chosen.includes(option.id)).map(({ label }) => label);
    const scale = answer.scale ? { lit: answer.scale, of: options.length } : null;
    return [{ id, kind, question: text, said: answer.text ? [answer.text] : labels, scale }];
  });
}
