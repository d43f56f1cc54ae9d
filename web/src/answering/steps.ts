import type { Question } from './Question';

/** Something to answer, one at a time. RELATION and CLOSENESS are no questions of the server: the app asks them itself. */
export type Step =
  | { id: 'RELATION' | 'CLOSENESS'; kind: 'RELATION' | 'CLOSENESS' }
  | { id: string; kind: 'SCALE' | 'WORDS' | 'TEXT'; question: Question };

const aboutUs: Step[] = [
  { id: 'RELATION', kind: 'RELATION' },
  { id: 'CLOSENESS', kind: 'CLOSENESS' },
];

/**
 * All steps in the order to take them: who we are to each other, the statements, the words, one line.
 * @param openText which of the open questions is asked; null for none
 * @param isAboutFriend false where people answer about themselves
 */
export function stepsOf(
  questions: readonly Question[],
  openText: string | null,
  isAboutFriend: boolean,
): Step[] {
  const asked = questions.filter(({ id, kind }) => kind !== 'TEXT' || id === openText);
  const steps = asked.map((question): Step => ({ id: question.id, kind: question.kind, question }));
  return isAboutFriend ? [...aboutUs, ...steps] : steps;
}
