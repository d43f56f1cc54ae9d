import { expect, it } from 'vitest';
import { countCharacters, isSendKey } from '../../../web/src/ui/textInput.js';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

it('Enter sends on a device with a keyboard, and Shift and Enter add a line', () => {
  expect(isSendKey(enter, true)).toBe(true);
  expect(isSendKey({ ...enter, shiftKey: true }, true)).toBe(false);
  expect(isSendKey({ ...enter, key: 'a' }, true)).toBe(false);
});

it('Enter adds a line on a phone', () => {
  expect(isSendKey(enter, false)).toBe(false);
});

it('Enter that ends a Korean or Japanese composition does not send, also in Safari', () => {
  expect(isSendKey({ ...enter, isComposing: true }, true)).toBe(false);
  expect(isSendKey({ ...enter, keyCode: 229 }, true)).toBe(false);
});

it('characters are counted as code points of the trimmed, normalized text', () => {
  expect(countCharacters('  거울 🪞 ')).toBe(4);
  expect(countCharacters('か\u3099')).toBe(1);
});
