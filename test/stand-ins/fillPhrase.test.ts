import { expect, it } from 'vitest';
import { koreanParticle } from '../../stand-ins/openai/author/fillPhrase.js';

it.each([
  ['민아', '은/는', '는'],
  ['민준', '은/는', '은'],
  ['‘다정한’', '이/가', '이'],
  ['‘유머’', '이/가', '가'],
  ['거울', '을/를', '을'],
  ['다정함', '이에요/예요', '이에요'],
  ['유머', '이에요/예요', '예요'],
  ['물', '으로/로', '로'],
  ['숲', '으로/로', '으로'],
  ['나무', '으로/로', '로'],
  ['Mina', '은/는', '은(는)'],
  ['‘funny’', '이에요/예요', '(이)에요'],
  ['funny', '이라는/라는', '(이)라는'],
  ['', '을/를', '을(를)'],
])('%s takes of %s the form %s', (word, pair, form) => {
  expect(koreanParticle(word, pair)).toBe(form);
});
