import { expect, it } from 'vitest';
import { formatDay } from '../../../web/src/i18n/locales.js';

it('a day is the same day in every time zone and language', () => {
  expect(formatDay('2026-11-01', 'en')).toBe('Nov 1, 2026');
  expect(formatDay('2026-11-01', 'ko')).toContain('11. 1.');
});
