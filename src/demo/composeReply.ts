import type { EvidencePack } from '../mirror/evidencePack.js';
import { fillPhrase } from './fillPhrase.js';
import { orderTraits, standOf } from './orderTraits.js';
import { english } from './phrases/english.js';
import { japanese } from './phrases/japanese.js';
import { korean } from './phrases/korean.js';
import type { PhraseBook } from './phrases/phraseBook.js';
import { type ReplyBook, type Topic, topics, type Ways } from './phrases/replyBook.js';
import type { Conversation } from './readConversation.js';
import { replyBooks } from './replyBooks.js';
import { seededRandom } from './seededRandom.js';

type Trait = EvidencePack['traits'][number];
type Say = (ways: readonly string[]) => string;

const personas = { EN: english, KO: korean, JA: japanese } satisfies Record<string, PhraseBook>;

const topicOf = (question: string, book: ReplyBook): Topic =>
  topics.find((topic) => topic !== 'general' && book.about[topic].test(question)) ?? 'general';

/** Fills in one of several ways to say a thing, and none that the reply before has already used, as long as there is another. */
function speaker({ evidence, question, lastReply, turn }: Conversation): Say {
  const { name, locale } = evidence.subject;
  const random = seededRandom(JSON.stringify([name, question, turn]));
  const persona = personas[locale];
  const values = {
    name,
    friends: persona.friends(evidence.friends),
    words: persona.list(evidence.words.slice(0, 3).map(({ word }) => word)),
    archetype: persona.archetypeNames[evidence.archetype],
  };
  return (ways) => {
    const said = ways.map((way) => fillPhrase(way, values));
    const [first = '', ...others] = said.filter((sentence) => !lastReply.includes(sentence));
    return first === '' ? (said[0] ?? '') : random.pick([first, ...others]);
  };
}

/** @param before a sentence that this one should not begin like */
function aboutTrait(trait: Trait, book: ReplyBook, say: Say, before = ''): string {
  if (trait.agreement === 'SPLIT') return say([book.split[trait.trait]]);
  const ways = book.traits[trait.trait][standOf(trait)];
  const others = ways.filter((way) => way.slice(0, 4) !== before.slice(0, 4));
  return say(others.length === 0 ? ways : others);
}

/** The words again in every reply would be a refrain: unless they are what was asked, they wait for every other one. */
function wordsFor(topic: Topic, { evidence, lastReply }: Conversation): EvidencePack['words'] | null {
  const words = evidence.words.slice(0, 3);
  const justSaid = words.length > 0 && words.every(({ word }) => lastReply.includes(word));
  return justSaid && topic !== 'words' ? null : words;
}

const countOf = (words: unknown[]): 'none' | 'one' | 'several' =>
  words.length === 0 ? 'none' : words.length === 1 ? 'one' : 'several';

/** What is said of the whole, beside traits and words. */
function wholeOf(topic: Topic, { evidence }: Conversation, first: Trait | undefined, book: ReplyBook): Ways {
  const isSketch = evidence.confidence === 'SKETCH';
  if (isSketch && (topic === 'others' || topic === 'why' || topic === 'worries')) return book.sketch;
  const isClear = first?.level.startsWith('VERY_') && first.agreement !== 'SPLIT';
  return isClear && (topic === 'strengths' || topic === 'feeling') ? book.clearly : book.archetype;
}

/**
 * What the mirror says to the newest question: five or six sentences that take it up, tell measured levels and words in the first person, and ask back.
 * The same conversation gives the same reply; two replies in a row never begin alike, so they are never the same.
 * @returns also the ids of the evidence that the reply tells
 */
export function composeReply(conversation: Conversation): { text: string; evidence: string[] } {
  const { evidence, question, turn } = conversation;
  const book = replyBooks[evidence.subject.locale];
  const topic = topicOf(question, book);
  const say = speaker(conversation);
  const [first, second] = orderTraits(evidence.traits, topic, turn);
  const words = wordsFor(topic, conversation);
  const aboutWords = words && say(book.words[countOf(words)]);
  const one = first && aboutTrait(first, book, say);
  const whole = say(wholeOf(topic, conversation, first, book));
  const two = second && aboutTrait(second, book, say, one);
  const usual = [one, aboutWords, two, whole];
  // What is said of the clearest trait stands right behind it.
  const clear = book.clearly.includes(whole) ? [one, whole, aboutWords, two] : usual;
  const body = topic === 'words' ? [aboutWords, one, two, whole] : clear;
  const parts = [say(book.opening[topic]), ...body, say(book.ownClosing[topic] ?? book.closing)];
  const told = [first, second].filter((trait) => trait !== undefined);
  return {
    text: parts.filter((part) => part != null).join(book.glue),
    evidence: [...told, ...(words ?? [])].map(({ id }) => id),
  };
}
