import { expect, it } from 'vitest';
import { mergeLive } from '../../../web/src/api/useLive.js';

it('a live event that is older than what was loaded changes nothing', () => {
  const loaded = { revision: 4, count: 3, title: 'Band' };
  expect(mergeLive(loaded, { revision: 3, count: 2 })).toEqual(loaded);
  expect(mergeLive(loaded, undefined)).toEqual(loaded);
});

it('a live event of the same revision or a later one replaces what was loaded', () => {
  const loaded = { revision: 4, count: 3, title: 'Band' };
  expect(mergeLive(loaded, { revision: 4, count: 5 })).toEqual({ revision: 4, count: 5, title: 'Band' });
});
