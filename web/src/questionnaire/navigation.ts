import { countRated, nextUnrated } from './answers';
import type { Draft } from './drafts';
import type { Step } from './steps';

/**
 * A place in the form: the introduction, a step, the notice that too few statements are rated, or the end.
 */
export type Place = { at: 'intro' } | { at: 'step'; index: number } | { at: 'few' } | { at: 'end' };

const step = (index: number): Place => ({ at: 'step', index });

const isAnswered = (draft: Draft, { id }: Step): boolean => draft.given[id] !== undefined;

/** Index of the first unanswered step, which cannot be passed. The number of steps if all are answered. */
export function firstUnanswered(steps: readonly Step[], draft: Draft): number {
  const index = steps.findIndex((one) => !isAnswered(draft, one));
  return index === -1 ? steps.length : index;
}

const lastStatement = (steps: readonly Step[]): number => steps.findLastIndex(({ kind }) => kind === 'SCALE');

/** The place after an answered step. On a second look, only statements without a rating are visited. */
export function placeAfter(steps: readonly Step[], draft: Draft, index: number): Place {
  const isStatement = steps[index]?.kind === 'SCALE';
  const last = lastStatement(steps);
  if (isStatement && draft.isSecondLook) {
    const unrated = nextUnrated(steps, draft, index + 1);
    if (unrated !== -1) return step(unrated);
  }
  const isPastStatements = isStatement && (draft.isSecondLook || index === last);
  const next = isPastStatements ? last + 1 : index + 1;
  if ((isPastStatements || next >= steps.length) && !countRated(steps, draft).isEnough) return { at: 'few' };
  return next < steps.length ? step(next) : { at: 'end' };
}

/**
 * The place that an address asks for, but not past the first unanswered step. `#7` is the seventh step,
 * `#few` the notice that too few statements are rated, and anything else the introduction.
 */
export function placeOf(hash: string, steps: readonly Step[], draft: Draft): Place {
  const open = firstUnanswered(steps, draft);
  if (hash === '#few')
    return open > lastStatement(steps) && !countRated(steps, draft).isEnough
      ? { at: 'few' }
      : step(Math.min(open, steps.length - 1));
  const number = /^#([1-9]\d?)$/.exec(hash)?.[1];
  return number === undefined ? { at: 'intro' } : step(Math.min(Number(number) - 1, open, steps.length - 1));
}

/** The fragment of a place's address. */
export const hashOf = (place: Place): string =>
  place.at === 'step' ? `#${place.index + 1}` : place.at === 'few' ? '#few' : '';

/**
 * The place at which a returning person continues: the last step, or the first unanswered one. Null if they
 * had not started.
 */
export function placeToResume(steps: readonly Step[], draft: Draft): Place | null {
  if (draft.at === null) return null;
  const index = steps.findIndex(({ id }) => id === draft.at);
  const open = firstUnanswered(steps, draft);
  return step(Math.min(index === -1 ? open : index, open, steps.length - 1));
}
