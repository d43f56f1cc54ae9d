import { expect, it } from 'vitest';
import { funnelBars } from '../../../web/src/features/survey/rules/funnelBars.js';

it('a measure has one bar for each of the last days, as high as its share of the best day', () => {
  const counted = [
    { day: '2026-10-01', times: 90 },
    { day: '2026-11-28', times: 3 },
    { day: '2026-12-01', times: 6 },
  ];
  expect(funnelBars(counted, '2026-12-01', 4)).toEqual([
    { day: '2026-11-28', height: 0.5 },
    { day: '2026-11-29', height: 0 },
    { day: '2026-11-30', height: 0 },
    { day: '2026-12-01', height: 1 },
  ]);
});

it('days without anything have no bars', () => {
  expect(funnelBars([], '2026-03-01', 3).map(({ height }) => height)).toEqual([0, 0, 0]);
});
