import { lostFiles } from '../api/lostFiles';
import type { Locale } from './locales';

const fonts: Record<Locale, () => Promise<unknown>> = {
  en: () => import('../styles/fonts/latin.css'),
  ko: () => import('../styles/fonts/korean.css'),
  ja: () => import('../styles/fonts/japanese.css'),
};

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const KANA_OR_HAN = /[\u3040-\u30ff\u3400-\u9fff]/;

/**
 * Loads the fonts of a language once. The browser fetches only the unicode-range slices that the page uses.
 * Without the fonts the page falls back to system fonts.
 */
export const fetchFonts = (locale: Locale): Promise<unknown> => fonts[locale]().catch(lostFiles.take);

/** Loads the fonts of the scripts that occur in a text, such as a Korean name on an English page. */
export function fetchFontsFor(text: string): void {
  if (HANGUL.test(text)) void fetchFonts('ko');
  if (KANA_OR_HAN.test(text)) void fetchFonts('ja');
}
