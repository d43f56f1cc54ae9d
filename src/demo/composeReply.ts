import type { EvidencePack } from '../mirror/evidencePack.js';
import { type DirectAnswer, directAnswer, namedTrait } from './directAnswer.js';
import { directBooks } from './directBooks.js';
import { orderTraits, standOf } from './orderTraits.js';
import type { DirectBook } from './phrases/directBook.js';
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

const booksOf = ({ basis, subject }: EvidencePack): { book: ReplyBook; directly: DirectBook } => ({
  book: replyBooks[basis][subject.locale],
  directly: directBooks[basis][subject.locale],
});

/** Where nobody else has answered, whatever is asked of others comes down to that. */
function topicOf({ question, evidence }: Conversation, book: ReplyBook): Topic {
  const isAbout = (topic: Topic): boolean => topic !== 'general' && book.about[topic].test(question);
  const topic = topics.find(isAbout) ?? 'general';
  const isUnknown = evidence.basis === 'SELF' && isAbout('others') && !['feeling', 'thanks'].includes(topic);
  return isUnknown ? 'others' : topic;
}

/** With oneself there is nobody to agree: what the person's own answers tell is told whole, the rest not at all. */
function heard(conversation: Conversation): Conversation {
  const { evidence } = conversation;
  if (evidence.basis !== 'SELF') return conversation;
  const traits = evidence.traits.map((trait): Trait => {
    return { ...trait, agreement: trait.raters > 0 ? 'AGREE' : 'UNKNOWN' };
  });
  return { ...conversation, evidence: { ...evidence, traits } };
}

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

const quoting: readonly Topic[] = ['others', 'why', 'general'];

/** What several friends wrote, where it fits, another one each time; a quote tells its sentences as they are. */
function aboutQuote(topic: Topic, { evidence, turn, lastReply }: Conversation, voice: Speaker): Said | null {
  const fresh = evidence.quotes.filter(({ text }) => !lastReply.includes(text));
  const quote = fresh[turn % Math.max(1, fresh.length)];
  if (quote === undefined || !quoting.includes(topic)) return null;
  return { text: voice.say(voice.quoting, { quote: quote.text }), evidence: [quote.id] };
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
  const { book, directly } = booksOf(evidence);
  if (direct.isAll && answer === 1) return [];
  const named = namedTrait(question, directly)?.trait;
  const others = traits.filter(({ trait }) => trait !== direct.trait);
  const next = others.find(({ trait }) => trait === named) ?? others[0];
  return next === undefined ? [] : [aboutTrait(next, book, voice, first)];
}

/** Opening, traits, words and the whole, as the topic has it. */
function usual(topic: Topic, traits: Trait[], conversation: Conversation, voice: Speaker): Said[] {
  const { evidence, lastReply, answer, turn } = conversation;
  const { book } = booksOf(evidence);
  const opening = plain(voice.say(book.opening[topic]));
  const [first, second] = traits;
  const one = first && aboutTrait(first, book, voice, topic === 'general' ? lastReply : '');
  if (topic === 'thanks' && answer === 1) return [opening];
  if (topic === 'feeling' || topic === 'thanks') return one ? [opening, one] : [opening];
  const words = aboutWords(topic, conversation, book, voice);
  const two = second && aboutTrait(second, book, voice, one?.text ?? '');
  const quote = aboutQuote(topic, conversation, voice);
  const ways = wholeOf(topic, conversation, first, book);
  const whole = ways && plain(voice.say(ways));
  // Five sentences at the most, and a quote may take two of them.
  const others = quote ? [whole ?? one, quote] : whole ? [one, whole, words ?? two] : [one, words, two];
  const told = (topic === 'words' ? [words, one, whole] : others).filter((part) => part != null);
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

/** Where the mirror asks back, it may as well end on a line of its voice: that is how one hears whose it is. */
function inVoice(topic: Topic, { sample, lastReply }: Conversation, closing: Said[]): Said[] {
  const isSerious = topic === 'feeling' || topic === 'thanks' || topic === 'worries';
  return sample == null || isSerious || lastReply.includes(sample) ? closing : [plain(sample)];
}

/** @param attempt another one gives the same conversation another reply */
function attemptReply(conversation: Conversation, attempt: number): Reply {
  const { evidence, question, turn } = conversation;
  const { book, directly } = booksOf(evidence);
  const voice = speaker(conversation, attempt);
  const topic = topicOf(conversation, book);
  const isUnknown = evidence.basis === 'SELF' && topic === 'others';
  const ordered = orderTraits(evidence.traits, topic, turn + attempt);
  const asked = isUnknown ? namedTrait(question, directly)?.trait : undefined;
  // What the friends were said to think of stays the subject, though only the person's own answers tell of it.
  const traits = [
    ...ordered.filter(({ trait }) => trait === asked),
    ...ordered.filter(({ trait }) => trait !== asked),
  ];
  const direct = directAnswer(conversation, topic, book.split, voice.list);
  const parts: Said[] = [];
  if (directly.wishes.archetype.test(question) && !isUnknown && direct?.trait == null)
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
  const closing = direct?.isAll ? [] : closingOf(topic, direct !== null, turn, voice, book);
  parts.push(...(direct === null && closing.length > 0 ? inVoice(topic, conversation, closing) : closing));
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
export function composeReply(told: Conversation): Reply {
  const conversation = heard(told);
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
