import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContinuationDeduplicator } from '../../src/ai/continuationDeduplicator.js';

const given = (stored: string, pieces: string[]): string => {
  const continued = new ContinuationDeduplicator(stored);
  return [...pieces.map((piece) => continued.push(piece)), continued.end()].join('');
};

const vocabulary = {
  EN: ['the', 'sea', 'a', 'is', 'season', 'friends', 'warm,', 'and', 'see', 'the.', '😀', 'I', 'don’t', '👩‍👩‍👧'],
  KO: ['친구', '친구들은', '저를', '따뜻한', '사람', '사람이라고', '해요.', '저', '😀'],
  JA: ['友だち', 'は私を', 'あたたかい人', 'と呼びます。', '海', '海が好き', 'です。', '😀'],
};
const texts = fc.oneof(
  ...(['EN', 'KO', 'JA'] as const).map((language) =>
    fc
      .array(fc.tuple(fc.constantFrom(...vocabulary[language]), fc.constantFrom(' ', ' ', ' ', '\n\n')), {
        minLength: 3,
        maxLength: 40,
      })
      .map((words) =>
        words
          .map(([word, gap]) => `${word}${language === 'JA' ? gap.trim() : gap}`)
          .join('')
          .trimEnd(),
      ),
  ),
);
/** Never between the halves of a pair: what is stored is well-formed. */
const safe = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && at > 0 ? at - 1 : at;
const place = (text: string, share: number): number => safe(text, Math.floor(share * text.length));
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const chunked = (text: string, sizes: number[]): string[] => {
  const pieces: string[] = [];
  let at = 0;
  for (let index = 0; at < text.length; index += 1) {
    const end = safe(text, at + (sizes[index % sizes.length] ?? 1));
    const next = end > at ? end : at + 2;
    pieces.push(text.slice(at, next));
    at = next;
  }
  return pieces;
};
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });
const startsWord = (text: string, at: number): boolean => !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, at));

/** The rule in its plainest and slowest form: the longest end of `stored` that begins the new text and counts. */
function longestOverlap(stored: string, text: string): number {
  for (let length = Math.min(stored.length, text.length); length > 0; length -= 1) {
    const start = stored.length - length;
    const tail = stored.slice(start);
    const counts =
      length >= 8 || (startsWord(stored, start) && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(tail));
    if (counts && text.startsWith(tail)) return length;
  }
  return 0;
}
const sharedStart = (one: string, other: string): number => {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) length += 1;
  return length;
};

const run = <T>(property: fc.IRawProperty<T>) => fc.assert(property as fc.IProperty<T>, { numRuns: 1500 });

describe('a reply that another model call goes on with', () => {
  it('loses and repeats nothing when the model goes on exactly where it was cut', () => {
    run(
      fc.property(texts, share, sizes, (text, at, by) => {
        const [stored, rest] = [text.slice(0, place(text, at)), text.slice(place(text, at))];
        // Repeated on purpose, at the very cut: this cannot be distinguished from a repetition.
        fc.pre(longestOverlap(stored, rest.trimStart()) === 0 && sharedStart(text, rest.trimStart()) < 24);
        expect(stored + given(stored, chunked(rest, by))).toBe(text);
      }),
    );
  });

  it('loses and repeats nothing when the model says eight characters or more again', () => {
    run(
      fc.property(texts, share, fc.integer({ min: 8, max: 60 }), sizes, (text, at, again, by) => {
        const cut = place(text, at);
        const stored = text.slice(0, cut);
        fc.pre(cut >= again);
        const from = safe(text, cut - again);
        // A blank first would be taken for the gap between two words; models begin with a word.
        const said = text.slice(from).trimStart();
        const told = stored.length - (text.length - said.length);
        fc.pre(told >= 8 && longestOverlap(stored, said) === told && sharedStart(text, said) < 24);
        expect(stored + given(stored, chunked(said, by))).toBe(text);
      }),
    );
  });

  it('loses and repeats nothing when the model says whole words again, with or without a blank before', () => {
    run(
      fc.property(texts, share, share, sizes, fc.constantFrom('', ' ', '\n'), (text, at, of, by, lead) => {
        const cut = place(text, at);
        const stored = text.slice(0, cut);
        const starts = [...stored.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index);
        const from = starts[Math.floor(of * starts.length)] ?? 0;
        const said = text.slice(from);
        fc.pre(starts.length > 0 && longestOverlap(stored, said) === cut - from);
        fc.pre(cut - from >= 24 || sharedStart(text, said) < 24);
        expect(stored + given(stored, chunked(lead + said, by))).toBe(text);
      }),
    );
  });

  it('loses and repeats nothing when the model starts over', () => {
    run(
      fc.property(texts, share, sizes, (text, at, by) => {
        const stored = text.slice(0, place(text, at));
        expect(stored + given(stored, chunked(text, by))).toBe(text);
      }),
    );
  });

  it('cuts off the longest overlap that counts, whatever the model says, however it is cut', () => {
    const any = fc.string({ unit: fc.constantFrom('a', 'b', 'a', ' ', '.', '😀'), maxLength: 30 });
    run(
      fc.property(any, any, sizes, (stored, text, by) => {
        const said = text.trimStart();
        fc.pre(stored !== '' && !/\s$/.test(stored) && sharedStart(stored.trimStart(), said) < 24);
        const cut = longestOverlap(stored, said);
        expect(given(stored, chunked(text, by))).toBe(cut > 0 ? said.slice(cut) : text);
      }),
    );
  });

  it('gives nothing but whole characters when it is given such', () => {
    run(
      fc.property(texts, texts, share, sizes, (one, other, at, by) => {
        const continued = new ContinuationDeduplicator(one.slice(0, place(one, at)));
        const pieces = [...chunked(other, by).map((piece) => continued.push(piece)), continued.end()];
        for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
      }),
    );
  });
});
