import { failedChunks } from '../api/failedChunks';
import type { Locale } from './locales';

const fonts: Record<Locale, () => Promise<unknown>> = {
  en: () => import('../styles/fonts/latin.css'),
  ko: () => import('../styles/fonts/korean.css'),
  ja: () => import('../styles/fonts/japanese.css'),
};

/** Letters that the page's own font may lack, by the language whose fonts have them. */
const letters = {
  ko: /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/,
  ja: /[\u3040-\u30ff\u3400-\u9fff]/,
} as const;

/**
 * Loads the fonts of a language once. The browser fetches only the unicode-range slices that the page uses.
 * Without the fonts the page falls back to system fonts.
 */
export const loadFonts = (locale: Locale): Promise<unknown> => fonts[locale]().catch(failedChunks.claim);

/**
 * Makes a function that loads the fonts of the scripts that occur in a text: an English page may show a
 * Korean name. It requests the fonts of a language once, and again only if that failed.
 * @param load loads the fonts of a language
 */
export function fontsOnDemand(load: (locale: Locale) => Promise<unknown>): (text: string) => void {
  const missing = new Set(['ko', 'ja'] as const);
  return (text) => {
    for (const locale of missing) {
      if (!letters[locale].test(text)) continue;
      missing.delete(locale);
      load(locale).catch((error: unknown) => {
        missing.add(locale);
        failedChunks.claim(error);
      });
    }
  };
}

export const loadFontsFor = fontsOnDemand((locale) => fonts[locale]());
