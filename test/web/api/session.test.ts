import { expect, it } from 'vitest';
import { localTokenExpiry } from '../../../web/src/api/session.js';

const now = Date.parse('2026-11-23T12:00:00Z');
const minutes = (expiresAt: string): number => (Date.parse(localTokenExpiry(expiresAt, now)) - now) / 60_000;

it('a token lasts as long as the server says', () => {
  expect(minutes('2026-11-23T12:14:00Z')).toBe(14);
});

it('a new token is valid for five to fifteen minutes, however wrong the clock of the device is', () => {
  expect(minutes('2026-11-23T09:00:00Z')).toBe(5);
  expect(minutes('2026-11-24T12:00:00Z')).toBe(15);
});
