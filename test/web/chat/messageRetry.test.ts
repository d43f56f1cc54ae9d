import { expect, it } from 'vitest';
import { messageRetry, messageRetryDelay } from '../../../web/src/features/chat/rules/messageRetry.js';

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

it('the delays grow up to 15 s, up to that are as long as the server asks for, and differ between devices', () => {
  expect([1, 2, 3, 4, 9].map((tries) => messageRetryDelay(tries, undefined, 0))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000,
  ]);
  expect([0, 0.5].map((random) => messageRetryDelay(1, 7, random))).toEqual([7_000, 8_750]);
});
