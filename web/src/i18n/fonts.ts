import { lostFiles } from '../api/lostFiles';
import type { Locale } from './locales';

const fonts: Record<Locale, () => Promise<unknown>> = {
  en: () => import('../styles/fonts/latin.css'),
  ko: () => import('../styles/fonts/korean.css'),
  ja: () => import('../styles/fonts/japanese.css'),
};

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;
const KANA_OR_HAN = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Brings the fonts of a language: once, and of them only the slices that the page shows. Without them it can be read as well. */
export const fetchFonts = (locale: Locale): Promise<unknown> => fonts[locale]().catch(lostFiles.take);

/** Brings the fonts of the scripts that occur in a text: a Korean name stands on English pages, too. */
export function fetchFontsFor(text: string): void {
  if (HANGUL.test(text)) void fetchFonts('ko');
  if (KANA_OR_HAN.test(text)) void fetchFonts('ja');
}
