import { expect, it } from 'vitest';
import { normalCdf } from '../../src/measurement/scoring/statistics.js';

// Φ to sixteen digits, as any table of that length has it.
it.each([
  [0, 0.5],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [2, 0.9772498680518208],
  [3, 0.9986501019683699],
  [-1, 0.15865525393145705],
  [-3, 0.0013498980316300933],
  [-6, 9.865876450376981e-10],
])('the normal distribution below %d is %d', (x, share) => {
  expect(Math.abs(normalCdf(x) - share)).toBeLessThan(2e-15);
});

it('the normal distribution never leaves 0 and 1 and never falls, out to the infinities', () => {
  let last = 0;
  for (let x = -10; x <= 10; x += 1 / 64) {
    const share = normalCdf(x);
    expect(share).toBeGreaterThanOrEqual(last - 1e-15);
    expect(share).toBeLessThanOrEqual(1);
    last = share;
  }
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
});
