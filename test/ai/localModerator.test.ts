import { describe, expect, it } from 'vitest';
import { LocalModerator } from '../../src/ai/localModerator.js';

const review = (text: string) => new LocalModerator().review(text, new AbortController().signal);

describe('the local moderator', () => {
  it.each([
    ['plain abuse', 'Just kill yourself.', 'self-harm'],
    ['digits for letters', 'you b1tch', 'harassment'],
    ['stretched letters', 'you biiiiitch', 'harassment'],
    ['fullwidth letters', 'ｙｏｕ ｂｉｔｃｈ', 'harassment'],
    ['zero-width characters', 'bi\u200btch', 'harassment'],
    ['punctuation between words', 'kill... yourself', 'self-harm'],
    ['Korean abuse', '진짜 씨발이네', 'harassment'],
    ['Japanese abuse', 'おまえなんか死ね', 'self-harm'],
    ['an e-mail address', 'write to mina@example.com', 'personal-data'],
    ['a telephone number', '전화해 010-1234-5678', 'personal-data'],
    ['a resident registration number', '990101-1234567', 'personal-data'],
  ])('flags %s', async (_, text, category) => {
    expect(await review(text)).toEqual({ flagged: true, categories: [category] });
  });

  it.each([
    'She assesses Scunthorpe, class of 1999, and grapes.',
    'Born on 1999-05-06, 20 items, 100% kind, $5.',
    '민아님의 시발점은 언제나 웃음이에요.',
    'みんなを笑わせる人です。必ず来てくれます。',
    '',
  ])('lets kind words pass: %s', async (text) => {
    expect(await review(text)).toEqual({ flagged: false, categories: [] });
  });

  it('stops when the caller has', async () => {
    await expect(new LocalModerator().review('x', AbortSignal.abort())).rejects.toThrow();
  });
});
