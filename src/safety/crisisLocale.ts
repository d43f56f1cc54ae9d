import type { Locale } from '../mirror/questionnaire/locale.js';

/** Detects the language of a message by its script; `fallback` if the script is ambiguous. */
export function crisisLocale(text: string, fallback: Locale): Locale {
  if (/\p{Script=Hangul}/u.test(text)) return 'KO';
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'JA';
  return /\p{Script=Han}/u.test(text) || !/\p{Script=Latin}/u.test(text) ? fallback : 'EN';
}
