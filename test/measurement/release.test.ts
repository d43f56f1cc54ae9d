import { expect, it } from 'vitest';
import { answersUntilRelease, isReleaseDue } from '../../src/measurement/release/schedule.js';
import { confidence, friendsNeededFor } from '../../src/measurement/scoring/confidence.js';

/** The totals at which results change, up to so many answers. */
function totalsUpTo(most: number): number[] {
  const totals: number[] = [];
  for (let responseCount = 1; responseCount <= most; responseCount++) {
    const unreleased = responseCount - (totals.at(-1) ?? 0);
    if (isReleaseDue({ releases: totals.length, responseCount, unreleased })) totals.push(responseCount);
  }
  return totals;
}

it('results change at 3, 6, 10, 15, 21, 28, 36 answers, and then with each fifth and a little more', () => {
  expect(totalsUpTo(100)).toEqual([3, 6, 10, 15, 21, 28, 36, 44, 54, 66, 81, 99]);
  expect(totalsUpTo(1_500)).toHaveLength(25);
  expect(totalsUpTo(6_500)).toHaveLength(32);
});

it.each([
  // releases so far, answers in them, answers in none of them, answers until the next
  [0, 0, 0, 3],
  [0, 0, 2, 1],
  [0, 0, 3, 0],
  [1, 3, 0, 3],
  [2, 6, 0, 4],
  [2, 6, 3, 1],
  [3, 10, 1, 4],
  [7, 36, 1, 7],
  [20, 900, 100, 100],
  // Most of the released answers were withdrawn since.
  [20, 9, 2, 1],
  // Answers may have waited for longer than it takes.
  [1, 3, 5, 0],
])(
  'after %i releases of %i answers and %i new ones it takes %i more',
  (releases, released, unreleased, more) => {
    const progress = { releases, unreleased, responseCount: released + unreleased };
    expect(answersUntilRelease(progress)).toBe(more);
    expect(isReleaseDue(progress)).toBe(more === 0);
  },
);

it('no release shows fewer than three new answers, however many there were', () => {
  for (let releases = 0; releases < 100; releases++)
    for (const unreleased of [0, 1, 2])
      expect(isReleaseDue({ releases, unreleased, responseCount: 3 * releases + unreleased })).toBe(false);
});

it('so many more friends are asked for as confidence takes', () => {
  expect([0, 3, 4.4, 4.9, 7.2, 8].map((k) => friendsNeededFor('FAIR', k))).toEqual([5, 2, 1, 0, 0, 0]);
  expect([0, 3, 4.9, 7.2, 8].map((k) => friendsNeededFor('GOOD', k))).toEqual([8, 5, 3, 1, 0]);
  for (const k of [0, 1.2, 2.5, 3.49, 6.6]) {
    expect(confidence(k + friendsNeededFor('GOOD', k))).toBe('GOOD');
    expect(confidence(k + friendsNeededFor('FAIR', k) - 1)).not.toBe(k >= 4.5 ? 'SKETCH' : 'FAIR');
  }
});
