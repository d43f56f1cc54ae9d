import type { Locale } from '../mirror/evidencePack.js';
import type { DirectBook } from './phrases/directBook.js';
import { directEn } from './phrases/directEn.js';
import { directJa } from './phrases/directJa.js';
import { directKo } from './phrases/directKo.js';

export const directBooks = { EN: directEn, KO: directKo, JA: directJa } satisfies Record<Locale, DirectBook>;
