import { expect, it } from 'vitest';
import { makingSteps } from '../../../web/src/features/making/rules/makingSteps.js';

const states = (...given: Parameters<typeof makingSteps>) => makingSteps(...given).map(({ state }) => state);

it('the making shows the step at work, what is done before it and what waits behind it', () => {
  expect(states('SYNTHESIZING')).toEqual(['now', 'waiting']);
  expect(states('GENERATING_IMAGE')).toEqual(['done', 'now']);
});

it('a step that passed unseen is done', () => {
  expect(states('READY')).toEqual(['done', 'done']);
});

it('before the third answer no step is at work', () => {
  expect(states('PENDING')).toEqual(['waiting', 'waiting']);
});

it('a failure is shown at the step that failed', () => {
  expect(states('FAILED', 'SYNTHESIZING')).toEqual(['failed', 'waiting']);
  expect(states('FAILED', 'GENERATING_IMAGE')).toEqual(['done', 'failed']);
});
