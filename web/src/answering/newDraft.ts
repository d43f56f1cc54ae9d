import type { Draft } from './Draft';
import type { Question } from './Question';

/**
 * An empty draft. One of the open questions is chosen at random, because a friend is asked for at most one
 * free-text answer.
 * @param random 0 to below 1
 */
export function newDraft(clientKey: string, questions: readonly Question[], random: number): Draft {
  const texts = questions.filter(({ kind }) => kind === 'TEXT');
  return {
    clientKey,
    openText: texts[Math.floor(random * texts.length)]?.id ?? null,
    given: {},
    at: null,
    isSecondLook: false,
    elapsedMs: 0,
  };
}
