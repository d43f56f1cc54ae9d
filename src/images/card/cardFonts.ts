import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locale } from '../../locale.js';
import { type FontMetrics, readFontMetrics } from './fontMetrics.js';

/** A file of a font, loaded when a text first needs it, and kept for as long as the process lives. */
class CardFont {
  readonly name: string;
  readonly #path: string;
  readonly #scripts: RegExp;
  #data: Buffer | undefined;
  #metrics: FontMetrics | undefined;

  /** @param scripts the characters for which the file is worth loading */
  constructor(family: string, file: string, scripts: RegExp) {
    this.name = `${family}-${file}`;
    this.#path = `@fontsource/${family}/files/${family}-${file}-normal.woff`;
    this.#scripts = scripts;
  }

  /** satori keeps what it parsed under this very buffer. */
  get data(): Buffer {
    return (this.#data ??= readFileSync(fileURLToPath(import.meta.resolve(this.#path))));
  }

  get metrics(): FontMetrics {
    return (this.#metrics ??= readFontMetrics(this.data));
  }

  /** Whether one of these characters may be in this file. */
  suits(text: string): boolean {
    return this.#scripts.test(text);
  }

  has(text: string): boolean {
    return this.suits(text) && [...text].every((one) => this.metrics.has(one.codePointAt(0) ?? 0));
  }
}

const latin = /[\u0020-\u00ff\u0131\u0152\u0153\u02bb-\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212]/u;
const latinExtended = /[\u0100-\u02ff\u1d00-\u1eff\u20a0-\u20c0\u2c60-\u2c7f\ua720-\ua7ff]/u;
const vietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/u;
const cyrillic = /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/u;
const hangul = /[\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const japanese =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\u2010-\u26ff\u3000-\u30ff\uff00-\uffef]/u;

const fraunces = (weight: number): CardFont[] => [
  new CardFont('fraunces', `latin-${weight}`, latin),
  new CardFont('fraunces', `latin-ext-${weight}`, latinExtended),
  new CardFont('fraunces', `vietnamese-${weight}`, vietnamese),
];
/** In this weight only: the strokes of the lighter one vanish in small sizes on a dark ground. */
const gowunBatang = [
  new CardFont('gowun-batang', 'latin-700', latin),
  new CardFont('gowun-batang', 'latin-ext-700', latinExtended),
  new CardFont('gowun-batang', 'korean-700', hangul),
];
const hinaMincho = [
  new CardFont('hina-mincho', 'latin-400', latin),
  new CardFont('hina-mincho', 'latin-ext-400', latinExtended),
  // As wide as kanji, but no other font here has these letters.
  new CardFont('hina-mincho', 'cyrillic-400', cyrillic),
  new CardFont('hina-mincho', 'japanese-400', japanese),
];
const [display, text] = [fraunces(600), fraunces(400)];

/** Fonts in the order in which a character looks for one that has it. */
export type FontStack = readonly CardFont[];

const stackOf = (english: FontStack, locale: Locale): FontStack => {
  if (locale === 'KO') return [...gowunBatang, ...english, ...hinaMincho];
  if (locale === 'JA') return [...hinaMincho, ...english, ...gowunBatang];
  return [...english, ...hinaMincho, ...gowunBatang];
};

/** The fonts of titles and of all other text in a language: its own first, and those of the others. */
export const fontStacks = (locale: Locale): { display: FontStack; text: FontStack } => ({
  display: stackOf(display, locale),
  text: stackOf(text, locale),
});

/** The brand is written in the same letters everywhere. */
export const brandStack: FontStack = display;

/** The first font that has this character, with all its marks. */
export const fontFor = (stack: FontStack, grapheme: string): CardFont | undefined =>
  stack.find((font) => font.has(grapheme));

/** The width of a text in em. Without kerning, which makes it narrower if anything. */
export const widthOf = (stack: FontStack, line: string): number =>
  [...line].reduce(
    (sum, one) => sum + (fontFor(stack, one)?.metrics.advance(one.codePointAt(0) ?? 0) ?? 0),
    0,
  );
