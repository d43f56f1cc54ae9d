import { expect, it } from 'vitest';
import { dayName, isOtherDay } from '../../../web/src/features/chat/rules/messageDays.js';

it('the first message of a day is on another day than the one before', () => {
  expect(isOtherDay(undefined, '2026-03-01T10:00:00Z')).toBe(true);
  expect(isOtherDay('2026-03-01T10:00:00Z', '2026-03-01T10:05:00Z')).toBe(false);
  expect(isOtherDay('2026-03-01T10:00:00Z', '2026-03-03T10:00:00Z')).toBe(true);
});

it('a day is named today, yesterday, or by its date', () => {
  const now = new Date(2026, 2, 3, 1, 0);
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
  expect(dayName(at(3, 0), 'en', now)).toBe('today');
  expect(dayName(at(2, 23), 'ko', now)).toBe('어제');
  expect(dayName(at(1, 12), 'ja', now)).toBe('2026年3月1日');
});
