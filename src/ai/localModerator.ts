import { type Locale, locales } from '../locale.js';
import { lookalikeLetters } from './letters.js';
import { type ModerationCategory, moderationPatterns, moderationWords } from './moderationWords.js';
import type { Moderator } from './ports.js';

const normalize = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');

const undisguise = (text: string): string =>
  text
    .replace(/[013457@$]/g, (character) => lookalikeLetters[character] ?? character)
    .replaceAll('!', 'i')
    .replace(/([a-z])\1{2,}/g, '$1');

/** Collapses everything between words into one blank, so that punctuation inside a phrase hides nothing. */
const collapseGaps = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

function matches(text: string, language: Locale, word: string): boolean {
  return language === 'EN' ? text.includes(` ${word} `) : text.includes(word);
}

/**
 * Moderates with a word list and a few patterns, offline and free of charge.
 *
 * Limits: it covers only the plainest EN, KO and JA abuse, some disguises (full-width forms, zero-width
 * characters, digits for letters, stretched letters) and contact details. It does not understand sentences,
 * so it misses insults in kind words, irony, other languages and new spellings. It never fails, so no text is
 * refused for lack of a verdict. A provider's endpoint is far more accurate.
 */
export class LocalModerator implements Moderator {
  async review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    signal.throwIfAborted();
    const plain = normalize(text);
    const words = { EN: collapseGaps(undisguise(plain)), KO: plain, JA: plain };
    const categories = new Set<ModerationCategory>();
    for (const language of locales)
      for (const [category, list] of Object.entries(moderationWords[language]))
        if (list.some((word) => matches(words[language], language, word)))
          categories.add(category as ModerationCategory);
    for (const { category, pattern } of moderationPatterns) if (pattern.test(plain)) categories.add(category);
    return { flagged: categories.size > 0, categories: [...categories] };
  }
}
