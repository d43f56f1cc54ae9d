import { expect, it } from 'vitest';
import { makingSteps } from '../../../web/src/features/making/rules/makingSteps.js';

const states = (...input: Parameters<typeof makingSteps>) => makingSteps(...input).map(({ state }) => state);

it('steps before the current one are done, and steps after it wait', () => {
  expect(states('SYNTHESIZING')).toEqual(['now', 'waiting']);
  expect(states('GENERATING_IMAGE')).toEqual(['done', 'now']);
});

it('both steps are done once the persona is READY', () => {
  expect(states('READY')).toEqual(['done', 'done']);
});

it('before the third answer no step has begun', () => {
  expect(states('PENDING')).toEqual(['waiting', 'waiting']);
});

it('a failure is shown at the step that failed', () => {
  expect(states('FAILED', 'SYNTHESIZING')).toEqual(['failed', 'waiting']);
  expect(states('FAILED', 'GENERATING_IMAGE')).toEqual(['done', 'failed']);
});
