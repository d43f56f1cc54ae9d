import { resolveKoreanParticles } from '../../web/src/i18n/koreanParticles.js';
import type { Locale } from '../../web/src/i18n/locales.js';
import { flat, messagesOf } from './webMessages.js';

/**
 * The texts of the app in a language, by key, with their values inserted.
 * @throws Error for an unknown key
 */
export function webWords(locale: Locale): (key: string, values?: Record<string, string | number>) => string {
  const texts = flat(messagesOf(locale));
  return (key, values = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`There is no ${key} in ${locale}.`);
    return resolveKoreanParticles(text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name])));
  };
}
