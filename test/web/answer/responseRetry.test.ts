import { describe, expect, it } from 'vitest';
import { refusals, responseRetry } from '../../../web/src/features/answer/rules/responseRetry.js';

const waitOf = (code: string, tries: number, retryAfter?: number): number => {
  const after = responseRetry({ code, retryAfter }, tries, 0.5);
  if (after.next !== 'again') throw new Error(`${code} was refused`);
  return after.inMs;
};

describe('a response that did not get through', () => {
  it('is sent again for every passing reason, less and less often, at least once a minute or so', () => {
    for (const code of [
      'OFFLINE',
      'SERVICE_UNAVAILABLE',
      'INTERNAL_SERVER_ERROR',
      'UNAUTHENTICATED',
      'NEW_CODE',
    ])
      expect([1, 2, 3, 20].map((tries) => waitOf(code, tries))).toEqual([2_000, 4_000, 8_000, 60_000]);
  });

  it('is never sent before the server wants it', () => {
    expect(waitOf('RATE_LIMITED', 1, 90)).toBe(90_000);
    expect(waitOf('SERVICE_UNAVAILABLE', 4, 1)).toBe(16_000);
  });

  it('is not sent again where that could never help', () => {
    for (const code of refusals) expect(responseRetry({ code }, 1, 0)).toEqual({ next: 'refused', code });
  });

  it('does not come back together with all the others', () => {
    const waits = [0, 0.25, 0.5, 0.99].map((random) => responseRetry({ code: 'OFFLINE' }, 3, random));
    expect(new Set(waits.map((after) => (after.next === 'again' ? after.inMs : 0))).size).toBe(4);
  });
});
