import type { Draft } from './Draft';
import type { Step } from './steps';
import { told, untoldFrom } from './told';

/** Where somebody is: before it all, at a step, where too little could be told, or through. */
export type Place = { at: 'intro' } | { at: 'step'; index: number } | { at: 'few' } | { at: 'end' };

const step = (index: number): Place => ({ at: 'step', index });

const isGiven = (draft: Draft, { id }: Step): boolean => draft.given[id] !== undefined;

/** The first step without an answer: nobody comes past it. The number of steps when all are answered. */
export function firstOpen(steps: readonly Step[], draft: Draft): number {
  const index = steps.findIndex((one) => !isGiven(draft, one));
  return index === -1 ? steps.length : index;
}

const lastStatement = (steps: readonly Step[]): number => steps.findLastIndex(({ kind }) => kind === 'SCALE');

/** Where a step leads once it is answered. On a second look, only to what could not be told before. */
export function placeAfter(steps: readonly Step[], draft: Draft, index: number): Place {
  const isAmongStatements = steps[index]?.kind === 'SCALE';
  const last = lastStatement(steps);
  if (isAmongStatements && draft.isSecondLook) {
    const again = untoldFrom(steps, draft, index + 1);
    if (again !== -1) return step(again);
  }
  const isBehindStatements = isAmongStatements && (draft.isSecondLook || index === last);
  const next = isBehindStatements ? last + 1 : index + 1;
  if ((isBehindStatements || next >= steps.length) && !told(steps, draft).isEnough) return { at: 'few' };
  return next < steps.length ? step(next) : { at: 'end' };
}

/**
 * The place that an address asks for, as far as the answers lead: `#7` is the seventh step, `#few` where too little was told,
 * anything else the beginning.
 */
export function placeOf(hash: string, steps: readonly Step[], draft: Draft): Place {
  const open = firstOpen(steps, draft);
  if (hash === '#few')
    return open > lastStatement(steps) && !told(steps, draft).isEnough
      ? { at: 'few' }
      : step(Math.min(open, steps.length - 1));
  const number = /^#([1-9]\d?)$/.exec(hash)?.[1];
  return number === undefined ? { at: 'intro' } : step(Math.min(Number(number) - 1, open, steps.length - 1));
}

/** The address of a place, behind the page's own. */
export const hashOf = (place: Place): string =>
  place.at === 'step' ? `#${place.index + 1}` : place.at === 'few' ? '#few' : '';

/** Where somebody who comes back goes on: where they stood, or the first open step. Null if they had not begun. */
export function placeToResume(steps: readonly Step[], draft: Draft): Place | null {
  if (draft.at === null) return null;
  const index = steps.findIndex(({ id }) => id === draft.at);
  const open = firstOpen(steps, draft);
  return step(Math.min(index === -1 ? open : index, open, steps.length - 1));
}
