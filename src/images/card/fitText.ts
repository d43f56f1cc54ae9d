import { type FontStack, widthOf } from './cardFonts.js';

/** A text in lines that fit. */
export interface FittedText {
  lines: string[];
  fontSize: number;
}

export interface TextLimits {
  /** In pixels. */
  width: number;
  /** Of all lines without the space between them, in pixels. */
  height?: number;
  maxLines: number;
  /** Sizes to try, in pixels, the largest first. */
  sizes: readonly number[];
  /** Lines are filled and not balanced, and Japanese ends them anywhere. */
  isParagraph?: boolean;
}

/** A piece of a text that stays on one line. */
interface Unit {
  text: string;
  /** A space comes before it, if it does not begin a line. */
  spaced: boolean;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
/** Shaping may move letters a little beyond their widths. */
const SLACK = 1.02;
/** Marks in a text of our own where a line may end, if it is not to end anywhere else. */
export const BREAK = '\u200b';
/** These do not begin a line in Japanese. */
const noStart =
  /^[、。，．・：；？！ー〜…）」』】〉》ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%\p{Pe}\p{Pf}]/u;

/**
 * Where a line may end: at spaces, and in Japanese after the hiragana that end a phrase. Korean breaks at
 * spaces only.
 */
const unitsOf = (text: string): Unit[] =>
  text.includes(BREAK)
    ? text.split(BREAK).map((part) => ({ text: part, spaced: false }))
    : text
        .split(' ')
        .flatMap((word) =>
          word
            .split(/(?<=[\p{Script=Hiragana}、。，！？])(?=[\p{Script=Han}\p{Script=Katakana}「『])/u)
            .map((part, index) => ({ text: part, spaced: index === 0 })),
        );

/** Cuts what is wider than a whole line wherever a line may begin. */
const cut = ({ text, spaced }: Unit): Unit[] => {
  const pieces: string[] = [];
  for (const { segment } of graphemes.segment(text))
    if (noStart.test(segment) && pieces.length > 0) pieces[pieces.length - 1] += segment;
    else pieces.push(segment);
  return pieces.map((piece, index) => ({ text: piece, spaced: spaced && index === 0 }));
};

const isJapanese = ({ text }: Unit): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

const fits = (line: string, stack: FontStack, width: number): boolean =>
  widthOf(stack, line) * SLACK <= width;

/** @param width in em */
function fill(units: readonly Unit[], stack: FontStack, width: number): string[] {
  const lines: string[] = [];
  for (const { text, spaced } of units) {
    const last = lines.at(-1);
    const longer = `${last ?? ''}${spaced ? ' ' : ''}${text}`;
    if (last !== undefined && fits(longer, stack, width)) lines[lines.length - 1] = longer;
    else lines.push(text);
  }
  return lines;
}

/** The same number of lines, as equal in width as they can be. */
function balance(units: readonly Unit[], stack: FontStack, width: number): string[] {
  const { length } = fill(units, stack, width);
  const isEnough = (narrower: number): boolean =>
    units.every(({ text }) => fits(text, stack, narrower)) && fill(units, stack, narrower).length <= length;
  let [low, high] = [width / (length + 1), width];
  while (length > 1 && high - low > 0.1) {
    const middle = (low + high) / 2;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return fill(units, stack, high);
}

/**
 * Breaks a text into lines of equal width, in the largest size in which it fits. A text that fits in no size
 * ends with an ellipsis.
 */
export function fitText(
  text: string,
  stack: FontStack,
  { width, height = Number.POSITIVE_INFINITY, maxLines, sizes, isParagraph = false }: TextLimits,
): FittedText {
  const units = isParagraph
    ? unitsOf(text).flatMap((unit) => (isJapanese(unit) ? cut(unit) : [unit]))
    : unitsOf(text);
  const smallest = sizes.at(-1) ?? 16;
  // A word is cut only if it is wider than a line in the smallest size.
  const cutUnits = units.flatMap((unit) => (fits(unit.text, stack, width / smallest) ? [unit] : cut(unit)));
  for (const fontSize of sizes) {
    if (!units.every((unit) => fits(unit.text, stack, width / fontSize)) && fontSize !== smallest) continue;
    const lines = (isParagraph ? fill : balance)(cutUnits, stack, width / fontSize);
    if (lines.length <= maxLines && lines.length * fontSize <= height) return { lines, fontSize };
  }
  const lines = fill(cutUnits, stack, width / smallest).slice(0, maxLines);
  let last = lines.pop() ?? '';
  while (last !== '' && !fits(`${last}…`, stack, width / smallest))
    last = [...graphemes.segment(last)]
      .slice(0, -1)
      .map(({ segment }) => segment)
      .join('');
  return { lines: [...lines, `${last.trimEnd()}…`], fontSize: smallest };
}
