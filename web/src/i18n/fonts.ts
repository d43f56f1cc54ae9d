import { failedChunks } from '../api/failedChunks';
import type { Locale } from './locales';

/** Text in Korean and Japanese is set in the system's font: a web font would be a megabyte. */
const fonts: Record<Locale, () => Promise<unknown>> = {
  en: () => import('../styles/fonts/latin.css'),
  ko: () => import('../styles/fonts/korean.css'),
  ja: () => import('../styles/fonts/japanese.css'),
};

/** Loads the fonts of a language once. Without them the page falls back to system fonts. */
export const loadFonts = (locale: Locale): Promise<unknown> => fonts[locale]().catch(failedChunks.claim);
