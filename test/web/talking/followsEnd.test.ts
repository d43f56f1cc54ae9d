import { expect, it } from 'vitest';
import { followsEnd } from '../../../web/src/talking/followsEnd';

const end = { top: 1_000, height: 1_600, view: 600 };

it('a reader at the end follows what comes', () => {
  expect(followsEnd(true, end, { ...end, height: 1_900 })).toBe(true);
});

it('a reader who scrolls up a little is left there, also while words come', () => {
  expect(followsEnd(true, end, { ...end, top: 990 })).toBe(false);
  expect(followsEnd(true, end, { ...end, top: 990, height: 1_640 })).toBe(false);
});

it('a reader who reads above does not follow until the end is reached again', () => {
  expect(followsEnd(false, { ...end, top: 500 }, { ...end, top: 700 })).toBe(false);
  expect(followsEnd(false, { ...end, top: 900 }, { ...end, top: 998 })).toBe(true);
});

it('a keyboard that opens or closes moves nobody away from the end', () => {
  expect(followsEnd(true, end, { ...end, view: 300 })).toBe(true);
  expect(followsEnd(true, { ...end, top: 1_300, view: 300 }, end)).toBe(true);
});
