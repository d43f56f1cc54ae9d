import { expect, it } from 'vitest';
import { swipeDirection } from '../../../web/src/features/chat/useSwipe.js';

it('a swipe is a long horizontal movement, not a scroll or a slip', () => {
  const from = { x: 200, y: 300 };
  expect(swipeDirection(from, { x: 110, y: 310 })).toBe('forward');
  expect(swipeDirection(from, { x: 290, y: 290 })).toBe('back');
  expect(swipeDirection(from, { x: 180, y: 300 })).toBeNull();
  expect(swipeDirection(from, { x: 110, y: 400 })).toBeNull();
});
