import { expect, it } from 'vitest';
import { friendsUntil } from '../../src/mirror/release/friendsUntil.js';
import { nextRelease } from '../../src/mirror/release/nextRelease.js';
import { releasedCount } from '../../src/mirror/release/releasedCount.js';
import { confidence } from '../../src/mirror/scoring/confidence.js';

it('results change at 3, 6, 10, 15, 21, 28, 36, … answers', () => {
  const points = [...new Set(Array.from({ length: 60 }, (_, answers) => releasedCount(answers)))];
  expect(points).toEqual([0, 3, 6, 10, 15, 21, 28, 36, 45, 55]);
});

it('no release adds fewer than three answers, and the next one is always ahead', () => {
  for (let answers = 0; answers < 2000; answers++) {
    const [now, next] = [releasedCount(answers), nextRelease(answers)];
    expect(now).toBeLessThanOrEqual(answers);
    expect(next).toBeGreaterThan(answers);
    expect(next - now).toBeGreaterThanOrEqual(3);
    expect(releasedCount(next)).toBe(next);
    expect(releasedCount(next - 1)).toBe(now);
  }
});

it('large numbers are met exactly', () => {
  const n = 3_000_000;
  const point = (n * (n + 1)) / 2;
  expect([point - 1, point, point + 1].map(releasedCount)).toEqual([point - n, point, point]);
});

it('so many more friends are asked for as confidence takes', () => {
  expect([0, 3, 4.4, 4.9, 7.2, 8].map((k) => friendsUntil('FAIR', k))).toEqual([5, 2, 1, 0, 0, 0]);
  expect([0, 3, 4.9, 7.2, 8].map((k) => friendsUntil('GOOD', k))).toEqual([8, 5, 3, 1, 0]);
  for (const k of [0, 1.2, 2.5, 3.49, 6.6]) {
    expect(confidence(k + friendsUntil('GOOD', k))).toBe('GOOD');
    expect(confidence(k + friendsUntil('FAIR', k) - 1)).not.toBe(k >= 4.5 ? 'SKETCH' : 'FAIR');
  }
});
