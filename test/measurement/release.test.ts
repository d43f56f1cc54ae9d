import { expect, it } from 'vitest';
import { answersUntilRelease, isReleaseDue } from '../../src/measurement/release/schedule.js';
import { confidence, friendsNeededFor } from '../../src/measurement/scoring/confidence.js';

it('results change at 3, 6, 10, 15, 21, 28, 36, … answers', () => {
  const totals: number[] = [];
  for (let answers = 1, shown = 0; answers <= 60; answers++) {
    if (!isReleaseDue(totals.length, answers - shown)) continue;
    shown = answers;
    totals.push(answers);
  }
  expect(totals).toEqual([3, 6, 10, 15, 21, 28, 36, 45, 55]);
});

it.each([
  // releases so far, answers in none of them, answers until the next
  [0, 0, 3],
  [0, 2, 1],
  [0, 3, 0],
  [1, 0, 3],
  [2, 0, 4],
  [2, 3, 1],
  [3, 1, 4],
  // Answers may have waited for longer than it takes.
  [1, 5, 0],
])('after %i releases and %i new answers it takes %i more', (releases, unreleased, more) => {
  expect(answersUntilRelease(releases, unreleased)).toBe(more);
  expect(isReleaseDue(releases, unreleased)).toBe(more === 0);
});

it('no release shows fewer than three new answers, however many there were', () => {
  for (let releases = 0; releases < 100; releases++)
    for (const unreleased of [0, 1, 2]) expect(isReleaseDue(releases, unreleased)).toBe(false);
});

it('so many more friends are asked for as confidence takes', () => {
  expect([0, 3, 4.4, 4.9, 7.2, 8].map((k) => friendsNeededFor('FAIR', k))).toEqual([5, 2, 1, 0, 0, 0]);
  expect([0, 3, 4.9, 7.2, 8].map((k) => friendsNeededFor('GOOD', k))).toEqual([8, 5, 3, 1, 0]);
  for (const k of [0, 1.2, 2.5, 3.49, 6.6]) {
    expect(confidence(k + friendsNeededFor('GOOD', k))).toBe('GOOD');
    expect(confidence(k + friendsNeededFor('FAIR', k) - 1)).not.toBe(k >= 4.5 ? 'SKETCH' : 'FAIR');
  }
});
