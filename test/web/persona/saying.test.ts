import { expect, it } from 'vitest';
import { sayingOf } from '../../../web/src/features/persona/rules/saying.js';

const sentences = [{ text: 'Mina starts things.' }, { text: 'Mina finishes few.' }];
const versionWith = (...quotes: string[]) => ({ insight: { quotes: quotes.map((text) => ({ text })) } });

it('a persona is introduced with a quote, because that sounds like a friend', () => {
  expect(sayingOf({ sentences, version: versionWith('sings in the rain', 'never late') })).toEqual({
    text: 'sings in the rain',
    isQuote: true,
  });
});

it('a persona without quotes is introduced with the first sentence of its summary', () => {
  const expected = { text: 'Mina starts things.', isQuote: false };
  expect(sayingOf({ sentences, version: versionWith() })).toEqual(expected);
  expect(sayingOf({ sentences, version: { insight: null } })).toEqual(expected);
});

it('a persona that is not written yet has no introduction', () => {
  expect(sayingOf({ sentences: [], version: null })).toBeNull();
});
