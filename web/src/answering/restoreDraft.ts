import { closenesses, MAX_WORDS, relations } from './bounds';
import type { Draft, DraftAnswer } from './Draft';
import type { Question } from './Question';
import { type Step, stepsOf } from './steps';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPoint = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

/** The stored answer to a step; undefined if it does not fit the step. */
function restoreGiven(step: Step, raw: unknown): DraftAnswer | undefined {
  if (!isRecord(raw)) return undefined;
  switch (step.kind) {
    case 'RELATION': {
      const relation = relations.find((one) => one === raw['relation']);
      return relation && { relation };
    }
    case 'CLOSENESS':
      return isPoint(raw['scale'], closenesses.length) ? { scale: raw['scale'] } : undefined;
    case 'SCALE':
      if (raw['cannotTell'] === true) return { cannotTell: true };
      return isPoint(raw['scale'], step.question.options.length) ? { scale: raw['scale'] } : undefined;
    case 'WORDS': {
      const chosen: unknown = raw['optionIds'];
      if (!Array.isArray(chosen)) return undefined;
      const known = step.question.options.map(({ id }) => id).filter((id) => chosen.includes(id));
      return { optionIds: known.slice(0, MAX_WORDS) };
    }
    case 'TEXT':
      return typeof raw['text'] === 'string' ? { text: raw['text'] } : {};
  }
}

/**
 * Restores a draft from what the device stored, which may be from an earlier build or incomplete. Answers
 * that still fit the questions are kept. The others are asked again.
 * @param raw parsed JSON of any shape
 * @param fresh the draft to use if nothing can be restored
 */
export function restoreDraft(
  raw: unknown,
  questions: readonly Question[],
  isAboutFriend: boolean,
  fresh: Draft,
): Draft {
  if (!isRecord(raw) || typeof raw['clientKey'] !== 'string' || !isRecord(raw['given'])) return fresh;
  const { given } = raw as { given: Record<string, unknown> };
  const openText = questions.some(({ id, kind }) => kind === 'TEXT' && id === raw['openText'])
    ? (raw['openText'] as string)
    : fresh.openText;
  const restored = stepsOf(questions, openText, isAboutFriend).flatMap((step) => {
    const one = restoreGiven(step, given[step.id]);
    return one === undefined ? [] : [[step.id, one] as const];
  });
  return {
    clientKey: raw['clientKey'],
    openText,
    given: Object.fromEntries(restored),
    at: typeof raw['at'] === 'string' ? raw['at'] : null,
    isSecondLook: raw['isSecondLook'] === true,
    elapsedMs: typeof raw['elapsedMs'] === 'number' && raw['elapsedMs'] > 0 ? raw['elapsedMs'] : 0,
  };
}
