import type { Relation } from '../api/generated/schema';
import { jsonStorage } from '../device/jsonStorage';
import { closenesses, MAX_WORDS, relations } from './answerLimits';
import { type Question, type Step, stepsOf } from './steps';

/**
 * The answer to one step, in the field that fits the step. An empty object is a step that was skipped on
 * purpose.
 */
export interface DraftAnswer {
  relation?: Relation;
  /** 1–5 for a statement, 1–4 for closeness. */
  scale?: number;
  cannotTell?: true;
  optionIds?: string[];
  text?: string;
}

/** Answers that are not submitted yet, as this device stores them. */
export interface Draft {
  /** Created when the form is opened. However often the answers are sent, they count once. */
  clientKey: string;
  /** Id of the one open question, chosen at random; null if none is asked. */
  openText: string | null;
  /** Answers by step id. The name is part of the stored format. */
  given: Record<string, DraftAnswer>;
  /** Id of the current step; null before the first. */
  at: string | null;
  /** True while only the statements answered with "I can't tell" are shown again. */
  isSecondLook: boolean;
  /** How long the questions were visible, in milliseconds. */
  elapsedMs: number;
}

const PREFIX = 'mirai.draft.';

/**
 * Drafts stored on this device. `of` is a survey's slug, or `aboutMyself(…)`: two people may share a device.
 */
export const drafts = {
  /** The name of a user's draft about themselves. */
  aboutMyself: (userId: string): string => `myself.${userId}`,
  /** The stored value, which an earlier build may have written. `restoreDraft` turns it into a draft. */
  read: (of: string): unknown => jsonStorage.read(PREFIX + of),
  store: (of: string, draft: unknown): void => jsonStorage.write(PREFIX + of, draft),
  forget: (of: string): void => jsonStorage.forget(PREFIX + of),
  follow: (of: () => string | undefined, onChange: () => void): (() => void) =>
    jsonStorage.follow((key) => key === PREFIX + of(), onChange),
};

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
    const answer = restoreAnswer(step, given[step.id]);
    return answer === undefined ? [] : [[step.id, answer] as const];
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

/** The stored answer to a step; undefined if it does not fit the step. */
function restoreAnswer(step: Step, raw: unknown): DraftAnswer | undefined {
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPoint = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;
