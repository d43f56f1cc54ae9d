import fc from 'fast-check';
import { expect, it } from 'vitest';
import { finishedSentences } from '../../../web/src/features/chat/rules/finishedSentences.js';

/** Reads a growing text in the pieces that a screen reader gets. */
function announced(text: string, cuts: number[], locale: string): string[] {
  const announcements: string[] = [];
  let from = 0;
  const places = cuts.map((cut) => cut % (text.length + 1)).sort((one, other) => one - other);
  for (const place of [...places, text.length]) {
    const isWhole = place === text.length;
    const { words, until } = finishedSentences(text.slice(0, place), from, isWhole, locale);
    from = until;
    if (words !== '') announcements.push(words);
  }
  return announcements;
}
const unspaced = (text: string): string => text.replace(/\s+/g, '');

it('however a text arrives, each of its words is announced once and in order', () => {
  const sentences = fc.constantFrom(
    'I am fine. ',
    'Really?! ',
    '친구들이 그래요. ',
    'そう思います。',
    'It was 3.5 km… ',
    'no end',
  );
  fc.assert(
    fc.property(
      fc.array(sentences, { maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.constantFrom('en', 'ko', 'ja'),
      (some, cuts, locale) => {
        const text = some.join('');
        expect(unspaced(announced(text, cuts, locale).join(''))).toBe(unspaced(text));
      },
    ),
  );
});

it('an unfinished sentence is not announced', () => {
  expect(finishedSentences('Your friends laugh a lot when you are the', 0, false, 'en').words).toBe('');
});

it('a sentence is announced as soon as the next one begins', () => {
  const text = 'Your friends laugh a lot with you. And th';
  expect(finishedSentences(text, 0, false, 'en').words).toBe('Your friends laugh a lot with you.');
  expect(finishedSentences('친구들은 당신과 있으면 정말 많이 웃는대요. 그', 0, false, 'ko').words).toBe(
    '친구들은 당신과 있으면 정말 많이 웃는대요.',
  );
});

it('the last words are announced once the reply has ended, also when it was stopped within a sentence', () => {
  expect(finishedSentences('Well, I', 0, true, 'en')).toEqual({ words: 'Well, I', until: 7 });
});
