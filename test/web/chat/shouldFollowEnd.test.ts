import { expect, it } from 'vitest';
import { shouldFollowEnd } from '../../../web/src/features/chat/rules/shouldFollowEnd.js';

const end = { top: 1_000, height: 1_600, view: 600 };

it('a reader at the end follows new messages', () => {
  expect(shouldFollowEnd(true, end, { ...end, height: 1_900 })).toBe(true);
});

it('a reader who scrolls up a little stays there, also while a reply grows', () => {
  expect(shouldFollowEnd(true, end, { ...end, top: 990 })).toBe(false);
  expect(shouldFollowEnd(true, end, { ...end, top: 990, height: 1_640 })).toBe(false);
});

it('a reader further up does not follow until the end is reached again', () => {
  expect(shouldFollowEnd(false, { ...end, top: 500 }, { ...end, top: 700 })).toBe(false);
  expect(shouldFollowEnd(false, { ...end, top: 900 }, { ...end, top: 998 })).toBe(true);
});

it('a keyboard that opens or closes does not scroll away from the end', () => {
  expect(shouldFollowEnd(true, end, { ...end, view: 300 })).toBe(true);
  expect(shouldFollowEnd(true, { ...end, top: 1_300, view: 300 }, end)).toBe(true);
});
