import { expect, it } from 'vitest';
import {
  messageRetry,
  messageRetryDelay,
  waitsForBudget,
} from '../../../web/src/features/chat/rules/messageRetry.js';

it('temporary failures are retried, refused messages return to the draft, and others are left to the author', () => {
  expect(['OFFLINE', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED'].map(messageRetry)).toEqual([
    'retry',
    'retry',
    'retry',
  ]);
  expect(['CONTENT_REJECTED', 'BAD_USER_INPUT', 'PERSONA_NOT_READY'].map(messageRetry)).toEqual(
    Array(3).fill('returnToDraft'),
  );
  expect(['UPSTREAM_FAILED', 'INTERNAL_SERVER_ERROR'].map(messageRetry)).toEqual(['askAuthor', 'askAuthor']);
});

it('the delays grow up to 15 s, are as long as the server asks for up to 60 s, and differ between devices', () => {
  expect([1, 2, 3, 4, 9].map((tries) => messageRetryDelay(tries, undefined, 0))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000,
  ]);
  expect([0, 0.5].map((random) => messageRetryDelay(1, 7, random))).toEqual([7_000, 8_750]);
  expect([20, 60, 90_000].map((seconds) => messageRetryDelay(1, seconds, 0))).toEqual([
    20_000, 60_000, 60_000,
  ]);
});

it('a message that waits for hours waits for the budget, and no other does', () => {
  expect(waitsForBudget({ code: 'RATE_LIMITED', retryAfter: 3_600 })).toBe(true);
  expect(waitsForBudget({ code: 'RATE_LIMITED', retryAfter: 60 })).toBe(false);
  expect(waitsForBudget({ code: 'SERVICE_UNAVAILABLE', retryAfter: 3_600 })).toBe(false);
});
