import type { Basis, Locale } from '../mirror/evidencePack.js';
import type { DirectBook } from './phrases/directBook.js';
import { directEn } from './phrases/directEn.js';
import { directJa } from './phrases/directJa.js';
import { directKo } from './phrases/directKo.js';
import { directOwnEn } from './phrases/directOwnEn.js';
import { directOwnJa } from './phrases/directOwnJa.js';
import { directOwnKo } from './phrases/directOwnKo.js';

/** Phrases for direct answers, by the basis of the persona (friends' answers or the person's own). */
export const directBooks: Record<Basis, Record<Locale, DirectBook>> = {
  FRIENDS: { EN: directEn, KO: directKo, JA: directJa },
  SELF: { EN: directOwnEn, KO: directOwnKo, JA: directOwnJa },
};
