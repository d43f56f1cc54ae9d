import { expect, it } from 'vitest';
import { johari } from '../../src/measurement/insight/johari.js';
import { measure } from '../../src/measurement/measure.js';
import { norms } from '../../src/measurement/norms.js';
import { wordIds } from '../../src/measurement/questionnaire/items.js';
import { suppressSmallCounts } from '../../src/measurement/release/measureReleased.js';
import { sheet } from './sheet.js';

/** `count` of `friends` chose "kind". */
const measured = (count: number, friends: number) => ({
  friends,
  words: count === 0 ? [] : [{ word: 'kind', count, share: count / friends }],
});

it.each([
  // self, friends who chose it, friends, pane: by hand
  [true, 1, 3, 'arena'],
  [true, 2, 6, 'arena'],
  [true, 1, 4, 'unknown'],
  [true, 3, 10, 'someFriends'],
  [true, 4, 10, 'arena'],
  [true, 0, 3, 'facade'],
  [true, 0, 10, 'facade'],
  [true, 0, 0, 'unknown'],
  [false, 1, 3, 'unknown'],
  [false, 2, 3, 'blindSpot'],
  [false, 2, 6, 'blindSpot'],
  [false, 2, 7, 'someFriends'],
  [false, 3, 10, 'someFriends'],
  [false, 3, 9, 'blindSpot'],
  [false, 0, 5, 'unknown'],
  [false, 1, 1, 'unknown'],
  [false, 0, 0, 'unknown'],
] as const)('chosen by the person: %s, by %i of %i friends: %s', (self, count, friends, pane) => {
  const window = johari(self ? ['kind'] : [], measured(count, friends));
  expect(Object.entries(window).find(([, words]) => (words as string[]).includes('kind'))?.[0]).toBe(pane);
});

it('every word is in one pane, in the order of the questionnaire', () => {
  const choices = [['bold', 'calm'], ['calm', 'funny'], ['warm']];
  const friends = measure(
    choices.map((words) => sheet('44352223425423522412', { words })),
    norms,
  );
  const { arena, blindSpot, facade, someFriends, unknown } = johari(['bold', 'funny', 'deep'], friends);
  expect({ arena, blindSpot, facade }).toEqual({
    arena: ['funny', 'bold'],
    blindSpot: ['calm'],
    facade: ['deep'],
  });
  expect([...arena, ...blindSpot, ...facade, ...someFriends, ...unknown].sort()).toEqual([...wordIds].sort());
});

it('a measurement without its thin parts does not show that a single friend chose a word', () => {
  const window = (choices: string[][]) => {
    const seen = measure(
      choices.map((words) => sheet('44352223425423522412', { words })),
      norms,
    );
    return johari(['kind'], suppressSmallCounts(seen, norms));
  };
  expect(window([['kind'], [], []])).toEqual(window([[], [], []]));
});
