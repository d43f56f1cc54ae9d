import { fillPhrase } from './fillPhrase.js';
import { phraseBookOf } from './phraseBooks.js';
import type { Conversation } from './readConversation.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

export interface Speaker {
  /**
   * Picks and fills one of several phrases, avoiding phrases that an earlier reply used, or at least the
   * previous one, as long as another exists.
   */
  say: (phrasings: readonly string[], more?: Record<string, string>) => string;
  /** Whether an earlier reply of the conversation contains a sentence. */
  isSaid: (sentence: string) => boolean;
  /** Lists words, each in quotation marks. */
  list: (words: string[]) => string;
  /** Phrases for a `{quote}` that several friends share. */
  quoting: readonly string[];
  random: SeededRandom;
}

/** Chooses the phrasing of one reply. @param attempt another number phrases the same content differently */
export function createSpeaker(
  { evidence, question, lastReply, repliesBefore = [lastReply], turn }: Conversation,
  attempt: number,
): Speaker {
  const { name } = evidence.subject;
  const random = seededRandom(JSON.stringify([name, question, turn, attempt]));
  const persona = phraseBookOf(evidence);
  const values = {
    name,
    friends: persona.friends(evidence.friends),
    words: persona.list(evidence.words.slice(0, 3).map(({ word }) => word)),
    archetype: persona.archetypeNames[evidence.archetype],
  };
  const isSaid = (sentence: string): boolean => repliesBefore.some((reply) => reply.includes(sentence));
  return {
    random,
    isSaid,
    quoting: persona.quote,
    list: (words) => persona.list(words),
    say(phrasings, more = {}) {
      const said = phrasings.map((phrasing) => fillPhrase(phrasing, { ...values, ...more }));
      const fresh = said.filter((sentence) => !isSaid(sentence));
      const [first = '', ...others] =
        fresh.length > 0 ? fresh : said.filter((sentence) => !lastReply.includes(sentence));
      return first === '' ? (said[0] ?? '') : random.pick([first, ...others]);
    },
  };
}
