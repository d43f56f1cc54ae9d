import type { EvidencePack } from '../mirror/evidencePack.js';
import { type DirectAnswer, directAnswer, namedTrait } from './directAnswer.js';
import { directBooks } from './directBooks.js';
import { orderTraits, standOf } from './orderTraits.js';
import { type ReplyBook, type Topic, topics, type Ways } from './phrases/replyBook.js';
import type { Conversation } from './readConversation.js';
import { replyBooks } from './replyBooks.js';
import { type Speaker, speaker } from './speaker.js';

type Trait = EvidencePack['traits'][number];
/** A sentence and the ids of what it tells. */
interface Said {
  text: string;
  evidence: string[];
}
interface Reply {
  text: string;
  evidence: string[];
}

const topicOf = (question: string, book: ReplyBook): Topic =>
  topics.find((topic) => topic !== 'general' && book.about[topic].test(question)) ?? 'general';

const plain = (text: string): Said => ({ text, evidence: [] });

/** @param before what this sentence should not begin like */
function aboutTrait(trait: Trait, book: ReplyBook, { say }: Speaker, before: string): Said {
  const ways = book.traits[trait.trait][standOf(trait)];
  const others = ways.filter((way) => way.slice(0, 4) !== before.slice(0, 4));
  const split = trait.agreement === 'SPLIT' ? [book.split[trait.trait]] : null;
  return { text: say(split ?? (others.length === 0 ? ways : others)), evidence: [trait.id] };
}

/** The words again in every reply would be a refrain: unless they are what was asked, they wait until others have been heard. */
function aboutWords(topic: Topic, { evidence, lastReply }: Conversation, book: ReplyBook, { say }: Speaker) {
  const words = evidence.words.slice(0, 3);
  const justSaid = words.some(({ word }) => lastReply.includes(word));
  if (topic !== 'words' && (justSaid || words.length === 0)) return null;
  const count = words.length === 0 ? 'none' : words.length === 1 ? 'one' : 'several';
  return { text: say(book.words[count]), evidence: words.map(({ id }) => id) };
}

/** What is said of the whole, beside traits and words: each of it once in a while, the archetype once in a talk. */
function wholeOf(
  topic: Topic,
  conversation: Conversation,
  first: Trait | undefined,
  book: ReplyBook,
): Ways | null {
  const { evidence, turn, lastReply } = conversation;
  const isNew = (ways: Ways): boolean => !ways.some((way) => lastReply.includes(way));
  const isReserved = topic === 'others' || topic === 'why' || topic === 'worries';
  const isSketch = evidence.confidence === 'SKETCH' && isReserved;
  if (isSketch && (turn === 1 || topic === 'why') && isNew(book.sketch)) return book.sketch;
  const isClear = first?.level.startsWith('VERY_') && first.agreement !== 'SPLIT';
  if (isClear && topic === 'strengths' && isNew(book.clearly)) return book.clearly;
  return turn === 1 && !isSketch ? book.archetype : null;
}

/** What follows a direct answer: little, for the question is answered. */
function behind(
  direct: DirectAnswer,
  traits: Trait[],
  conversation: Conversation,
  voice: Speaker,
  first: string,
): Said[] {
  const { evidence, question, answer } = conversation;
  const { locale } = evidence.subject;
  if (direct.isAll && answer === 1) return [];
  const named = namedTrait(question, directBooks[locale])?.trait;
  const others = traits.filter(({ trait }) => trait !== direct.trait);
  const next = others.find(({ trait }) => trait === named) ?? others[0];
  return next === undefined ? [] : [aboutTrait(next, replyBooks[locale], voice, first)];
}

/** Opening, traits, words and the whole, as the topic has it. */
function usual(topic: Topic, traits: Trait[], conversation: Conversation, voice: Speaker): Said[] {
  const { evidence, lastReply, answer, turn } = conversation;
  const book = replyBooks[evidence.subject.locale];
  const opening = plain(voice.say(book.opening[topic]));
  const [first, second] = traits;
  const one = first && aboutTrait(first, book, voice, topic === 'general' ? lastReply : '');
  if (topic === 'thanks' && answer === 1) return [opening];
  if (topic === 'feeling' || topic === 'thanks') return one ? [opening, one] : [opening];
  const words = aboutWords(topic, conversation, book, voice);
  const two = second && aboutTrait(second, book, voice, one?.text ?? '');
  const ways = wholeOf(topic, conversation, first, book);
  const whole = ways && plain(voice.say(ways));
  const body =
    topic === 'words' ? [words, one, whole] : whole ? [one, whole, words ?? two] : [one, words, two];
  const told = body.filter((part) => part != null);
  const isUnlike = told[0] !== undefined && told[0].text.slice(0, 4) !== lastReply.slice(0, 4);
  const goesOn = topic === 'general' && turn > 1 && told.length > 1 && isUnlike;
  return goesOn && voice.random.next() < 0.5 ? told : [opening, ...told];
}

/** Asking back each time would be a habit: about every other reply just ends, but not one to feelings. */
function closingOf(topic: Topic, isDirect: boolean, turn: number, voice: Speaker, book: ReplyBook): Said[] {
  const own = isDirect ? undefined : book.ownClosing[topic];
  const isDue = turn === 1 || topic === 'feeling' || topic === 'thanks' || voice.random.next() < 0.4;
  return isDue ? [plain(voice.say(own ?? book.closing))] : [];
}

/** @param attempt another one gives the same conversation another reply */
function attemptReply(conversation: Conversation, attempt: number): Reply {
  const { evidence, question, turn } = conversation;
  const { locale } = evidence.subject;
  const book = replyBooks[locale];
  const voice = speaker(conversation, attempt);
  const topic = topicOf(question, book);
  const traits = orderTraits(evidence.traits, topic, turn + attempt);
  const direct = directAnswer(conversation, topic, book.split, voice.list);
  const parts: Said[] = [];
  if (directBooks[locale].wishes.archetype.test(question) && direct?.trait == null)
    parts.push(
      plain(voice.say(book.archetype)),
      ...traits.slice(0, 2).map((trait) => aboutTrait(trait, book, voice, '')),
    );
  else if (direct) {
    const first = voice.say(direct.ways, direct.values);
    parts.push(
      { text: first, evidence: direct.evidence },
      ...behind(direct, traits, conversation, voice, first),
    );
  } else parts.push(...usual(topic, traits, conversation, voice));
  parts.push(...(direct?.isAll ? [] : closingOf(topic, direct !== null, turn, voice, book)));
  return {
    text: parts.map(({ text }) => text).join(book.glue),
    evidence: [...new Set(parts.flatMap((part) => part.evidence))],
  };
}

const mostAlternatives = 24;
const mostAttempts = 12;

/**
 * What the mirror says to the newest question: two to five sentences that answer it where it has an answer, and tell measured levels and words in
 * the first person. The same conversation gives the same reply, each further answer to a question another one.
 * @returns also the ids of the evidence that the reply tells
 */
export function composeReply(conversation: Conversation): Reply {
  const given = new Set<string>();
  const last = Math.min(conversation.answer, mostAlternatives);
  let reply = attemptReply({ ...conversation, answer: 1 }, 0);
  for (let answer = 2, attempt = 0; answer <= last; answer += 1) {
    given.add(reply.text);
    for (let tries = 0; tries < mostAttempts && given.has(reply.text); tries += 1)
      reply = attemptReply({ ...conversation, answer }, (attempt += 1));
  }
  return reply;
}
