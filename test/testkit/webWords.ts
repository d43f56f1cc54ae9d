import { resolveKoreanParticles } from '../../web/src/i18n/koreanParticles.js';
import { flat, type Locale, messagesOf } from './webMessages.js';

/** What the app says in a language: a key's text with its values put in. @throws Error for a key that is not there */
export function webWords(locale: Locale): (key: string, values?: Record<string, string | number>) => string {
  const texts = flat(messagesOf(locale));
  return (key, values = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`There is no ${key} in ${locale}.`);
    return resolveKoreanParticles(text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name])));
  };
}
