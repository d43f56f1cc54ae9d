import { fillPhrase } from './fillPhrase.js';
import { phraseBookOf } from './phraseBookOf.js';
import type { Conversation } from './readConversation.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

export interface Speaker {
  /** Fills in one of several ways to say a thing, and none that the reply before has already used, as long as there is another. */
  say: (ways: readonly string[], more?: Record<string, string>) => string;
  /** Puts words in a row, each in quotation marks. */
  list: (words: string[]) => string;
  /** Ways to tell, as `{quote}`, what several friends wrote. */
  quoting: readonly string[];
  random: SeededRandom;
}

/** A voice for one reply. @param attempt another one says the same things in another way */
export function speaker({ evidence, question, lastReply, turn }: Conversation, attempt: number): Speaker {
  const { name } = evidence.subject;
  const random = seededRandom(JSON.stringify([name, question, turn, attempt]));
  const persona = phraseBookOf(evidence);
  const values = {
    name,
    friends: persona.friends(evidence.friends),
    words: persona.list(evidence.words.slice(0, 3).map(({ word }) => word)),
    archetype: persona.archetypeNames[evidence.archetype],
  };
  return {
    random,
    quoting: persona.quote,
    list: (words) => persona.list(words),
    say(ways, more = {}) {
      const said = ways.map((way) => fillPhrase(way, { ...values, ...more }));
      const [first = '', ...others] = said.filter((sentence) => !lastReply.includes(sentence));
      return first === '' ? (said[0] ?? '') : random.pick([first, ...others]);
    },
  };
}
