import { isInFace } from './kaomoji.js';

/** Entities for characters that cannot form markup. Any other entity is dropped. */
const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  '#39': "'",
};

const patterns: readonly [RegExp, string][] = [
  // The fences that open and close a code block, with its language.
  [/^`{3,}[\w+-]*$/, ''],
  [/\[\/?(url|img|b|i|link|inst)\b[^\]]*\]/gi, ''],
  [/\*{2,}|(?<!\()_{2,}|_{2,}(?!\))|\{\{+|\}\}+|\$\{|!?\[|\]/g, ''],
];

const isPart = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
const isAsciiPart = (character: string): boolean => /\w/.test(character);

/** Korean and Japanese draw out a word with tildes, as in "안녕하세요~~". */
export const isDrawnOut = (before: string): boolean =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]~*$/u.test(before);

/**
 * A single star or underscore stays inside a word or a product, as in "a_b" and "2*3". A star also stays
 * alone between blanks.
 */
function staysSingle(sign: string, before: string, after: string): boolean {
  if (sign === '_') return isPart(before) && isPart(after);
  return (isAsciiPart(before) && isAsciiPart(after)) || (/^\s$/.test(before) && /^\s?$/.test(after));
}

/**
 * Removes Markdown, BBCode, entities and template markers from a run of characters without blanks.
 * @param before the character before the run, '' at the beginning
 * @param after the character after the run, '' at the end
 */
export function stripMarkup(run: string, before: string, after: string): string {
  const decoded = run.replace(
    /&(#x?[\da-f]{1,8}|[a-z]{2,31});/gi,
    (_, name: string) => entities[name.toLowerCase()] ?? '',
  );
  const text = patterns.reduce((rest, [pattern, by]) => rest.replace(pattern, by), decoded);
  return text.replace(/~~|[`*_]/g, (sign, at: number) => {
    const [left, right] = [before + text.slice(0, at), text.slice(at + sign.length) + after];
    if (sign === '~~') return isDrawnOut(left) ? sign : '';
    if (isInFace(sign, left, right)) return sign;
    return sign !== '`' && staysSingle(sign, left.slice(-1), right.slice(0, 1)) ? sign : '';
  });
}
