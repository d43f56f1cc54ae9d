import type { EvidencePack } from '../mirror/evidencePack.js';
import { phraseBooks } from './phraseBooks.js';
import type { PhraseBook } from './phrases/phraseBook.js';

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
