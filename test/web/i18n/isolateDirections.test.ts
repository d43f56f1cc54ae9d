import { expect, it } from 'vitest';
import { isolateDirections } from '../../../web/src/i18n/isolateDirections.js';

it('a name that is written from right to left is isolated in a sentence', () => {
  expect(isolateDirections('How do you see أحمد?')).toBe('How do you see \u2068أحمد\u2069?');
  expect(isolateDirections('שרה כהן: 3 of 5')).toBe('\u2068שרה כהן\u2069: 3 of 5');
});

it('a name with a number inside stays in one piece', () => {
  expect(isolateDirections('אב 7 גד · 2')).toBe('\u2068אב 7 גד\u2069 · 2');
});

it('two names in a sentence are isolated one by one', () => {
  expect(isolateDirections('أحمد and שרה')).toBe('\u2068أحمد\u2069 and \u2068שרה\u2069');
});

it('characters that would turn the rest of the sentence are dropped', () => {
  expect(isolateDirections('How do you see Mi\u202Ena\u2067?')).toBe('How do you see Mina?');
});

it('a sentence that is written from left to right stays as it is', () => {
  const texts = ['How do you see Mina?', '나는 미나를 어떻게 볼까?', '私は美奈をどう見る？', '👩‍👩‍👧 3/5'];
  expect(texts.map(isolateDirections)).toEqual(texts);
});
