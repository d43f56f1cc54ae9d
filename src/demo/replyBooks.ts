import type { Basis, Locale } from '../mirror/evidencePack.js';
import { repliesEn } from './phrases/repliesEn.js';
import { repliesJa } from './phrases/repliesJa.js';
import { repliesKo } from './phrases/repliesKo.js';
import { repliesOwnEn } from './phrases/repliesOwnEn.js';
import { repliesOwnJa } from './phrases/repliesOwnJa.js';
import { repliesOwnKo } from './phrases/repliesOwnKo.js';
import type { ReplyBook } from './phrases/replyBook.js';

/** Phrases for replies, by the basis of the persona (friends' answers or the person's own). */
export const replyBooks: Record<Basis, Record<Locale, ReplyBook>> = {
  FRIENDS: { EN: repliesEn, KO: repliesKo, JA: repliesJa },
  SELF: { EN: repliesOwnEn, KO: repliesOwnKo, JA: repliesOwnJa },
};
