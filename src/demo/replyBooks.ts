import type { Locale } from '../mirror/evidencePack.js';
import { repliesEn } from './phrases/repliesEn.js';
import { repliesJa } from './phrases/repliesJa.js';
import { repliesKo } from './phrases/repliesKo.js';
import type { ReplyBook } from './phrases/replyBook.js';

export const replyBooks = { EN: repliesEn, KO: repliesKo, JA: repliesJa } satisfies Record<Locale, ReplyBook>;
