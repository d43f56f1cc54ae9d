import { expect, it } from 'vitest';
import { parseBirthMonth } from '../../../web/src/features/account/rules/birthMonth.js';

const today = '2026-11-23T18:00:00.000Z';

it.each([
  ['2001', '3', '2001-03'],
  [' 1999 ', '12', '1999-12'],
  ['１９９９', '1', '1999-01'],
  ['2026', '11', '2026-11'],
  ['1906', '11', '1906-11'],
])('the year %j and month %s give %s', (year, month, born) => {
  expect(parseBirthMonth(year, month, today)).toBe(born);
});

it.each([
  ['', '3'],
  ['2001', ''],
  ['01', '3'],
  ['20011', '3'],
  ['two', '3'],
  ['2001', '0'],
  ['2001', '13'],
  ['2026', '12'],
  ['1906', '10'],
])('the year %j and month %j are not a possible month of birth', (year, month) => {
  expect(parseBirthMonth(year, month, today)).toBeNull();
});
