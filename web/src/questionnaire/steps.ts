import type { QuestionKind } from '../api/generated/schema';

/** A question as the server sends it. */
export interface Question {
  id: string;
  kind: QuestionKind;
  text: string;
  options: { id: string; label: string }[];
}

/** One step of the form. RELATION and CLOSENESS are not questions of the server: the app asks them itself. */
export type Step =
  | { id: 'RELATION' | 'CLOSENESS'; kind: 'RELATION' | 'CLOSENESS' }
  | { id: string; kind: 'SCALE' | 'WORDS' | 'TEXT'; question: Question };

const relationSteps: Step[] = [
  { id: 'RELATION', kind: 'RELATION' },
  { id: 'CLOSENESS', kind: 'CLOSENESS' },
];

/**
 * All steps of the form in order: relation and closeness, statements, words, one open question.
 * @param openText id of the open question that is asked; null for none
 * @param isAboutFriend false if people answer about themselves
 */
export function stepsOf(
  questions: readonly Question[],
  openText: string | null,
  isAboutFriend: boolean,
): Step[] {
  const included = questions.filter(({ id, kind }) => kind !== 'TEXT' || id === openText);
  const steps = included.map((question): Step => ({ id: question.id, kind: question.kind, question }));
  return isAboutFriend ? [...relationSteps, ...steps] : steps;
}
