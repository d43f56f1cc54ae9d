import type { Locale } from '../mirror/evidencePack.js';
import { english } from './phrases/english.js';
import { japanese } from './phrases/japanese.js';
import { korean } from './phrases/korean.js';
import type { PhraseBook } from './phrases/phraseBook.js';

export const phraseBooks: Record<Locale, PhraseBook> = { EN: english, KO: korean, JA: japanese };
