import { type Locale, locales } from '../mirror/questionnaire/locale.js';
import { disguises } from './disguises.js';
import { type ModerationCategory, moderationPatterns, moderationWords } from './moderationWords.js';
import type { Moderator } from './ports.js';

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');

const undisguised = (text: string): string =>
  text
    .replace(/[013457@$]/g, (character) => disguises[character] ?? character)
    .replaceAll('!', 'i')
    .replace(/([a-z])\1{2,}/g, '$1');

/** Every gap one blank, so that punctuation between the words of a phrase hides nothing. */
const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

function matches(text: string, language: Locale, word: string): boolean {
  return language === 'EN' ? text.includes(` ${word} `) : text.includes(word);
}

/**
 * Judges by a word list and a few patterns, offline and free. Its limits: it knows EN, KO and JA abuse of the plainest kind, some
 * disguises (width, zero-width characters, digits for letters, stretched letters) and ways to reach a person; it understands no
 * sentence, so it misses insults in kind words, irony, other languages and new spellings. It never fails, so it never refuses
 * for want of a verdict. A provider's endpoint judges far better.
 */
export class LocalModerator implements Moderator {
  async review(text: string, signal: AbortSignal): Promise<{ flagged: boolean; categories: string[] }> {
    signal.throwIfAborted();
    const plain = folded(text);
    const words = { EN: spaced(undisguised(plain)), KO: plain, JA: plain };
    const categories = new Set<ModerationCategory>();
    for (const language of locales)
      for (const [category, list] of Object.entries(moderationWords[language]))
        if (list.some((word) => matches(words[language], language, word)))
          categories.add(category as ModerationCategory);
    for (const { category, pattern } of moderationPatterns) if (pattern.test(plain)) categories.add(category);
    return { flagged: categories.size > 0, categories: [...categories] };
  }
}
