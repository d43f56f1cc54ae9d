import { expect, it } from 'vitest';
import { dayName, isOtherDay } from '../../../web/src/features/chat/rules/chunkMessages.js';
import { linkPhoneNumbers } from '../../../web/src/features/chat/rules/linkPhoneNumbers.js';
import { swipeDirection } from '../../../web/src/features/chat/useSwipe.js';
import { countCharacters, isSendKey } from '../../../web/src/ui/textInput.js';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

it('Enter sends where there is a keyboard, and makes a new line with Shift', () => {
  expect(isSendKey(enter, true)).toBe(true);
  expect(isSendKey({ ...enter, shiftKey: true }, true)).toBe(false);
  expect(isSendKey({ ...enter, key: 'a' }, true)).toBe(false);
});

it('Enter makes a new line on a phone', () => {
  expect(isSendKey(enter, false)).toBe(false);
});

it('Enter that ends a Korean or Japanese composition does not send, in Safari neither', () => {
  expect(isSendKey({ ...enter, isComposing: true }, true)).toBe(false);
  expect(isSendKey({ ...enter, keyCode: 229 }, true)).toBe(false);
});

it('characters are counted as people count them', () => {
  expect(countCharacters('  거울 🪞 ')).toBe(4);
  expect(countCharacters('か\u3099')).toBe(1);
});

it('every number of a help line can be called by a touch', () => {
  const called = (contact: string) => linkPhoneNumbers(contact).flatMap(({ href }) => href ?? []);
  expect(called('call or text 988')).toEqual(['tel:988']);
  expect(called('116 123')).toEqual(['tel:116123']);
  expect(called('1577-0199')).toEqual(['tel:15770199']);
  expect(called('119(구급), 112(경찰)')).toEqual(['tel:119', 'tel:112']);
  expect(called('findahelpline.com')).toEqual([]);
});

it('a help line is shown as it is written', () => {
  for (const contact of ['call or text 988', '119(구급), 112(경찰)', 'your number (US 911, UK 999, EU 112)'])
    expect(
      linkPhoneNumbers(contact)
        .map(({ text }) => text)
        .join(''),
    ).toBe(contact);
});

it('a swipe is a way sideways, not a scroll and no slip', () => {
  const from = { x: 200, y: 300 };
  expect(swipeDirection(from, { x: 110, y: 310 })).toBe('forward');
  expect(swipeDirection(from, { x: 290, y: 290 })).toBe('back');
  expect(swipeDirection(from, { x: 180, y: 300 })).toBeNull();
  expect(swipeDirection(from, { x: 110, y: 400 })).toBeNull();
});

it('a day is named where it begins', () => {
  expect(isOtherDay(undefined, '2026-03-01T10:00:00Z')).toBe(true);
  expect(isOtherDay('2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z')).toBe(false);
  expect(isOtherDay('2026-03-01T10:00:00Z', '2026-03-03T10:00:00Z')).toBe(true);
});

it('days are named as people name them', () => {
  const now = new Date(2026, 2, 3, 1, 0);
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
  expect(dayName(at(3, 0), 'en', now)).toBe('today');
  expect(dayName(at(2, 23), 'ko', now)).toBe('어제');
  expect(dayName(at(1, 12), 'ja', now)).toBe('2026年3月1日');
});
