import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextRevealLength } from '../../../web/src/features/chat/rules/nextRevealLength.js';

const frame = fc.integer({ min: 1, max: 400 });

it('every frame shows more of a text, until all of it is shown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), frame, (text, elapsed) => {
      let shown = 0;
      for (let frames = 0; shown < text.length; frames += 1) {
        expect(frames).toBeLessThanOrEqual(text.length);
        const next = nextRevealLength(text, shown, elapsed);
        expect(next).toBeGreaterThan(shown);
        shown = next;
      }
      expect(shown).toBe(text.length);
    }),
  );
});

it('no frame shows half a grapheme', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const graphemes = fc.constantFrom('a', ' ', '한', 'か\u3099', '👩‍👩‍👧', '👍🏽', 'é', '🪞', '❤️');
  fc.assert(
    fc.property(fc.array(graphemes, { maxLength: 60 }), frame, (some, elapsed) => {
      const text = some.join('');
      const borders = new Set([text.length, ...[...segmenter.segment(text)].map(({ index }) => index)]);
      for (let shown = 0; shown < text.length;) {
        shown = nextRevealLength(text, shown, elapsed);
        expect(borders).toContain(shown);
      }
    }),
  );
});

it('no frame ends within a word', () => {
  const text = 'Friends remember the laughing, and 세 친구가 기억해요 as well.';
  for (let shown = 0; shown < text.length;) {
    shown = nextRevealLength(text, shown, 16);
    expect(text.slice(shown - 1, shown + 1)).not.toMatch(/[\p{L}\p{N}]{2}/u);
  }
});

it('the more text is pending, the faster it is shown', () => {
  const text = 'か'.repeat(2_000);
  expect(nextRevealLength(text, 0, 16)).toBeGreaterThan(10 * (nextRevealLength(text, 1_990, 16) - 1_990));
});
