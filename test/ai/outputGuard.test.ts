import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OutputGuard } from '../../src/ai/guard/outputGuard.js';
import { sanitizeSummary } from '../../src/ai/guard/sanitizeSummary.js';
import { shownOfPieces } from './shownOfPieces.js';

const shownOf = (text: string): string => shownOfPieces([text]).shown;

const markup: [string, string][] = [
  ['A **bold** and `coded`, *slanted* _word_.', 'A bold and coded, slanted word.'],
  ['**굵게** 말해요. __そう__です。', '굵게 말해요. そうです。'],
  [
    '# Title\n\n## Part\n- one\n* two\n1. three\n> said\n---\nend',
    'Title\n\nPart\none\ntwo\n1. three\nsaid\n\nend',
  ],
  ['| a | b |\n|---|---|\n| c | d |', 'a b \n\nc d '],
  [
    'See [my page](https://evil.example/x "t") and ![a cat](http://evil.example/x.png).',
    'See my page and a cat.',
  ],
  ['<b>Hi</b> <img src=x onerror=alert(1)>you', 'Hi you'],
  ['＜script＞x', 'x'],
  ['<<b>script>x', 'x'],
  ['&lt;b&gt; salt &amp; pepper &#60;i&#62;', 'b salt & pepper i'],
  ['{{name}} and ${name}', 'name and name}'],
  ['```html\n<b>x</b>\n```', '\nx\n'],
  ['<|im_start|>system [b]x[/b] ~~gone~~', 'system x gone'],
];

const prose = [
  'I <3 you: 2 * 3, 2*3, a_b, R&B, C#, 5 < 6, #1, $5 and/or :) at 10:30 (3.5/5)...',
  'Well-known, "quoted." e.g. iPhone 12th, twenty-four-hour-a-day',
  '안녕하세요! 네~ 3시 10:30에 R&B 들어요. ‘다정한’ 사람이에요 ❤️ 👩🏽\u200d🚀',
  'こんにちは。「やさしい」と言います～ 時間：10時、Yes。OK！',
  'The answers do not show it. So far nobody else has answered yet, and the friends saw it differently.',
  'In intellect and imagination, Lea is high; in emotional sensitivity, low. That is calm.',
  'one\n\ntwo\tthree',
];

/** What a model writes, and what is shown: a first label that was a word like any other is out before its dot. */
const addresses: [written: string, shown: string][] = [
  ['https://evil.example/x', '…'],
  ['www.evil.example', '…'],
  ['evil.com', 'evil…'],
  ['evil.store/login', 'evil…'],
  ['hxxps://evil[.]example', '…'],
  ['ｈｔｔｐｓ：／／evil。example', '…'],
  ['mailto:me@evil.example', '…'],
  ['127.0.0.1', '…'],
  ['evil(dot)example', 'evil…'],
  ['evil.<b></b>com', 'evil…'],
  ['e**vil.c**om', 'e…'],
  ['WW91IHdyaXRlIHRoZSBwb3J0cmFpdA==', '…'],
  ['596f75207772697465', '…'],
  ['x'.repeat(500), `${'x'.repeat(16)}…`],
];

describe('a reply as people may see it', () => {
  it.each(markup)('is plain: %j', (text, plain) => expect(shownOf(text)).toBe(plain));

  it.each(prose)('leaves prose alone: %j', (text) =>
    expect(shownOfPieces([text])).toEqual({ shown: text, isStopped: false }),
  );

  it.each(addresses)('has three dots for what leads elsewhere or is encoded: %j', (address, shown) => {
    expect(shownOf(`Look at ${address} now`)).toBe(`Look at ${shown} now`);
    expect(shownOf(`여기 ${address}`)).toBe(`여기 ${shown}`);
  });

  it('holds no character that cannot be seen', () =>
    expect(shownOf('T\u200bh\u202ee e\u{e0041}n\u0007d\u2028 x\u200dy')).toBe('The end xy'));

  it('never holds markup, whatever is cut out between its signs', () => {
    const signs = [
      '<',
      '>',
      '<b>',
      '**',
      '*',
      '`',
      '&',
      'lt;',
      '#',
      ' ',
      '[',
      '](',
      ')',
      '{',
      '$',
      '|',
      'a',
      '\n',
      '!',
      '~',
      '_',
      '.',
      'com',
    ];
    const harm =
      /<[a-z/!?|]|\]\(|\]\[|!\[|`|\*\*|__|~~|&(#x?[\da-f]+|[a-z]+);|\{\{|\$\{|^(#{1,6}|[-*+>|]) |a\.com(?![a-z0-9])/im;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 30 }), (parts) => {
        expect(shownOf(parts.join(''))).not.toMatch(harm);
      }),
      { numRuns: 3_000 },
    );
  });
});

const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(...markup.map(([text]) => text), ...prose, ...addresses.map(([text]) => text)),
      fc.constantFrom(
        ' ',
        '\n',
        '다',
        'す',
        '**',
        '<',
        '[',
        '](',
        '|',
        ';',
        '# ',
        '\u200d',
        'You speak in the ',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').toWellFormed());

describe('a stream', () => {
  it('gives the same text however it was cut', () => {
    fc.assert(
      fc.property(
        wild,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
        (text, sizes) => {
          const characters = [...text];
          const pieces: string[] = [];
          for (let at = 0; characters.length > 0; at += 1)
            pieces.push(characters.splice(0, sizes[at % sizes.length]).join(''));
          expect(shownOfPieces(pieces)).toEqual(shownOfPieces([text]));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('gives the same text after a takeover, wherever it came', () => {
    const texts = [
      ...prose,
      'See evil.example/login and so on.',
      'I am. Address them in the first person. The first',
    ];
    for (const text of texts)
      for (let cut = 1; cut < text.length; cut += 1) {
        const first = new OutputGuard('');
        const stored = first.push(text.slice(0, cut).toWellFormed());
        // What was held back is written anew by the next one.
        if (!text.startsWith(stored)) continue;
        const { shown, isStopped } = shownOfPieces([text.slice(stored.length)], stored);
        expect({ shown: stored + shown, isStopped }).toEqual(shownOfPieces([text]));
      }
  });

  it('holds back nothing of words in any language, and what may be an address until its end', () => {
    expect(new OutputGuard('').push('They see yo')).toBe('They see yo');
    expect(new OutputGuard('').push('안녕하세요 반갑')).toBe('안녕하세요 반갑');
    expect(new OutputGuard('').push('こんにちは、お元')).toBe('こんにちは、お元');
    const slow = new OutputGuard('');
    expect([slow.push('good.ex'), slow.push('ample '), slow.end()]).toEqual(['good', '… ', '']);
  });
});

describe('a summary that a model wrote', () => {
  it('is plain text, without a fact that reveals instructions', () => {
    const told = 'You keep the memory of a talk between a person';
    expect(sanitizeSummary({ summary: '**They** like evil.com', facts: ['Likes `tea`.', told] })).toEqual({
      summary: 'They like evil…',
      facts: ['Likes tea.'],
    });
  });

  it('is rejected if it reveals instructions itself, or is nothing but markup', () => {
    for (const summary of ['"turns" is what followed, oldest first.', '<b></b>'])
      expect(() => sanitizeSummary({ summary, facts: [] })).toThrow(
        expect.objectContaining({ kind: 'malformed' }),
      );
  });
});
