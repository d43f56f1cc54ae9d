import type { Locale } from '../../../src/locale.js';
import type { Basis, EvidencePack } from '../../../src/measurement/evidence.js';
import type { DirectBook } from '../phrases/directBook.js';
import { directEn } from '../phrases/en/direct.js';
import { directOwnEn } from '../phrases/en/directOwn.js';
import { english } from '../phrases/en/persona.js';
import { repliesEn } from '../phrases/en/replies.js';
import { repliesOwnEn } from '../phrases/en/repliesOwn.js';
import { directJa } from '../phrases/ja/direct.js';
import { directOwnJa } from '../phrases/ja/directOwn.js';
import { japanese } from '../phrases/ja/persona.js';
import { repliesJa } from '../phrases/ja/replies.js';
import { repliesOwnJa } from '../phrases/ja/repliesOwn.js';
import { directKo } from '../phrases/ko/direct.js';
import { directOwnKo } from '../phrases/ko/directOwn.js';
import { korean } from '../phrases/ko/persona.js';
import { repliesKo } from '../phrases/ko/replies.js';
import { repliesOwnKo } from '../phrases/ko/repliesOwn.js';
import type { PhraseBook } from '../phrases/phraseBook.js';
import type { ReplyBook } from '../phrases/replyBook.js';

export const phraseBooks: Record<Locale, PhraseBook> = { EN: english, KO: korean, JA: japanese };

/** Phrases for direct answers, by the basis of the persona (friends' answers or the person's own). */
export const directBooks: Record<Basis, Record<Locale, DirectBook>> = {
  FRIENDS: { EN: directEn, KO: directKo, JA: directJa },
  SELF: { EN: directOwnEn, KO: directOwnKo, JA: directOwnJa },
};

/** Phrases for replies, by the basis of the persona (friends' answers or the person's own). */
export const replyBooks: Record<Basis, Record<Locale, ReplyBook>> = {
  FRIENDS: { EN: repliesEn, KO: repliesKo, JA: repliesJa },
  SELF: { EN: repliesOwnEn, KO: repliesOwnKo, JA: repliesOwnJa },
};

type Levels = PhraseBook['traits']['E'];

/** The first phrase of each level, which does not mention friends. */
const withoutFriends = (levels: Levels): Levels => ({
  VERY_LOW: [levels.VERY_LOW[0]],
  LOW: [levels.LOW[0]],
  TYPICAL: [levels.TYPICAL[0]],
  HIGH: [levels.HIGH[0]],
  VERY_HIGH: [levels.VERY_HIGH[0]],
});

/**
 * The phrases about a person in their language, for what friends see or for what the person says about
 * themselves.
 */
export function phraseBookOf({ basis, subject }: Pick<EvidencePack, 'basis' | 'subject'>): PhraseBook {
  const book = phraseBooks[subject.locale];
  if (basis !== 'SELF') return book;
  const { words, introduction, topWord } = book.ownAccount;
  const { E, A, C, N, I } = book.traits;
  return {
    ...book,
    traits: {
      E: withoutFriends(E),
      A: withoutFriends(A),
      C: withoutFriends(C),
      N: withoutFriends(N),
      I: withoutFriends(I),
    },
    words,
    introduction: { sketch: introduction, known: introduction },
    topWord,
  };
}
