import { type FontStack, fontFor } from './cardFonts.js';

/** What an emoji that is left out leaves before the end of a sentence. */
export const LOOSE_MARKS = / +(?=[.,!?。、！？])/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What can be drawn of a text from people or a model, on one line. Emoji and symbols without a glyph are left
 * out. A text of which a letter would be missing is left out as a whole: half a name is a wrong name.
 * @param maxLength longer names and titles do not fit on a card anyway
 * @param missing replaces a letter without a glyph in longer texts, which are not names
 * @returns null if nothing can be drawn
 */
export function drawableText(
  raw: string,
  stack: FontStack,
  { maxLength = 300, missing }: { maxLength?: number; missing?: string } = {},
): string | null {
  const text = raw
    .slice(0, maxLength)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    // Control characters, variation selectors, direction marks and joiners have no glyph, and U+FFFD is no one's name.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufe00-\ufe0f\ufffd]/gu, '')
    // Piled up marks would leave the card.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1');
  let drawable = '';
  for (const { segment } of graphemes.segment(text)) {
    // Letters in fancy dress, such as 𝓜𝓲𝓷𝓪, are in no font, and their plain forms are.
    const plain = segment.normalize('NFKC');
    const form = [segment, plain, plain.normalize('NFD').replace(/\p{M}/gu, '')].find(
      (one) => one !== '' && [...graphemes.segment(one)].every((part) => fontFor(stack, part.segment)),
    );
    const isLetter = form === undefined && /[\p{L}\p{N}]/u.test(segment);
    if (isLetter && missing === undefined) return null;
    const instead = isLetter && !drawable.endsWith(missing ?? '') ? missing : '';
    drawable += form ?? instead ?? '';
  }
  return drawable.replace(/ +/g, ' ').trim() || null;
}
