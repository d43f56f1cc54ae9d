import { describe, expect, it } from 'vitest';
import { refusals, responseRetry } from '../../../web/src/features/answer/rules/responseRetry.js';

const waitOf = (code: string, tries: number, retryAfter?: number): number => {
  const retry = responseRetry({ code, retryAfter }, tries, 0.5);
  if (retry.next !== 'again') throw new Error(`${code} was refused`);
  return retry.inMs;
};

describe('a response that was not accepted', () => {
  it('is sent again after a temporary failure, with waits that grow to a minute', () => {
    for (const code of [
      'OFFLINE',
      'SERVICE_UNAVAILABLE',
      'INTERNAL_SERVER_ERROR',
      'UNAUTHENTICATED',
      'NEW_CODE',
    ])
      expect([1, 2, 3, 20].map((tries) => waitOf(code, tries))).toEqual([2_000, 4_000, 8_000, 60_000]);
  });

  it('is never sent earlier than the server asks for', () => {
    expect(waitOf('RATE_LIMITED', 1, 90)).toBeGreaterThanOrEqual(90_000);
    expect(waitOf('SERVICE_UNAVAILABLE', 4, 1)).toBe(16_000);
  });

  it('is not sent again after a final refusal', () => {
    for (const code of refusals) expect(responseRetry({ code }, 1, 0)).toEqual({ next: 'refused', code });
  });

  it('is not sent again at the same moment as others', () => {
    for (const failure of [{ code: 'OFFLINE' }, { code: 'SERVICE_UNAVAILABLE', retryAfter: 90 }]) {
      const waits = [0, 0.25, 0.5, 0.99].map((random) => responseRetry(failure, 3, random));
      expect(new Set(waits.map((retry) => (retry.next === 'again' ? retry.inMs : 0))).size).toBe(4);
    }
  });
});
