import { expect, it } from 'vitest';
import { itemScores } from '../../src/measurement/scoring/itemScores.js';
import { closenessWeight, qualityWeight } from '../../src/measurement/scoring/weights.js';
import { sheet } from './sheet.js';

const weigh = (scales: string, elapsedMs: number | null): number =>
  qualityWeight(itemScores(sheet(scales).answers), elapsedMs);

const careful = '44352223425423522412';

it.each([
  ['a careful form', careful, 25_000, 1],
  ['a form of unknown time', careful, null, 1],
  ['a form done in under 25 seconds', careful, 24_999, 0.5],
  ['eleven equal answers in a row', '33333333333412241524', 90_000, 1],
  ['twelve equal answers in a row', '33333333333312241524', 90_000, 0.5],
  ['twelve equal answers around a hole', '333333?3333334124152', 90_000, 0.5],
  ['a straight line of threes in no time', '33333333333333333333', 5_000, 0.25],
  ['two contradicting pairs', '55224552245423522412', 90_000, 1],
  ['three contradicting pairs', '55524555245423522412', 90_000, 0.5],
  ['three pairs three points apart', '55524444245423522412', 90_000, 1],
  ['three contradictions of the low kind', '11124111245423522412', 90_000, 0.5],
  ['a straight line of fives, which contradicts itself', '55555555555555555555', 90_000, 0.25],
  ['all three signs at once', '55555555555555555555', 1, 0.25],
])('%s weighs what it deserves', (_what, scales, elapsedMs, weight) => {
  expect(weigh(scales, elapsedMs)).toBe(weight);
});

it('a closer friend weighs more, and one without a closeness counts as the second of four', () => {
  expect([null, 1, 2, 3, 4].map(closenessWeight)).toEqual([0.85, 0.7, 0.85, 1, 1.1]);
  expect(() => closenessWeight(5)).toThrow(RangeError);
});
