import { fillPhrase } from './fillPhrase.js';
import { english } from './phrases/english.js';
import { japanese } from './phrases/japanese.js';
import { korean } from './phrases/korean.js';
import type { PhraseBook } from './phrases/phraseBook.js';
import type { Conversation } from './readConversation.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

const personas = { EN: english, KO: korean, JA: japanese } satisfies Record<string, PhraseBook>;

export interface Speaker {
  /** Fills in one of several ways to say a thing, and none that the reply before has already used, as long as there is another. */
  say: (ways: readonly string[], more?: Record<string, string>) => string;
  /** Puts words in a row, each in quotation marks. */
  list: (words: string[]) => string;
  random: SeededRandom;
}

/** A voice for one reply. @param attempt another one says the same things in another way */
export function speaker({ evidence, question, lastReply, turn }: Conversation, attempt: number): Speaker {
  const { name, locale } = evidence.subject;
  const random = seededRandom(JSON.stringify([name, question, turn, attempt]));
  const persona = personas[locale];
  const values = {
    name,
    friends: persona.friends(evidence.friends),
    words: persona.list(evidence.words.slice(0, 3).map(({ word }) => word)),
    archetype: persona.archetypeNames[evidence.archetype],
  };
  return {
    random,
    list: (words) => persona.list(words),
    say(ways, more = {}) {
      const said = ways.map((way) => fillPhrase(way, { ...values, ...more }));
      const [first = '', ...others] = said.filter((sentence) => !lastReply.includes(sentence));
      return first === '' ? (said[0] ?? '') : random.pick([first, ...others]);
    },
  };
}
