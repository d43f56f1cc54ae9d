import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { DirectBook } from '../phrases/directBook.js';
import { type Phrasings, type ReplyBook, type Topic, topics } from '../phrases/replyBook.js';
import { type DirectAnswer, directAnswer, namedTrait } from './directAnswer.js';
import { orderTraits, positionOf } from './orderTraits.js';
import { directBooks, replyBooks } from './phraseBooks.js';
import type { Conversation } from './readConversation.js';
import { createSpeaker, type Speaker } from './speaker.js';

type Trait = EvidencePack['traits'][number];
/** A sentence and the ids of the evidence it states. */
interface Part {
  text: string;
  evidence: string[];
}
type Reply = Part;

const booksOf = ({ basis, subject }: EvidencePack): { book: ReplyBook; directly: DirectBook } => ({
  book: replyBooks[basis][subject.locale],
  directly: directBooks[basis][subject.locale],
});

/** In practice mode, a question about others gets the topic `others`: no one else has answered. */
function topicOf({ question, evidence }: Conversation, book: ReplyBook): Topic {
  const isAbout = (topic: Topic): boolean => topic !== 'general' && book.about[topic].test(question);
  const found = topics.find(isAbout) ?? 'general';
  const topic = found === 'general' && book.sad.test(question) ? 'feeling' : found;
  const isUnknown = evidence.basis === 'SELF' && isAbout('others') && !['feeling', 'thanks'].includes(topic);
  return isUnknown ? 'others' : topic;
}

/** In practice mode a trait counts as AGREE if the person answered it, and otherwise as UNKNOWN. */
function withOwnAgreement(conversation: Conversation): Conversation {
  const { evidence } = conversation;
  if (evidence.basis !== 'SELF') return conversation;
  const traits = evidence.traits.map((trait): Trait => {
    return { ...trait, agreement: trait.raters > 0 ? 'AGREE' : 'UNKNOWN' };
  });
  return { ...conversation, evidence: { ...evidence, traits } };
}

/** Whether the person is in no mood for a joke: the question, or a recent message, is about something sad. */
const isSad = ({ question, saidBefore }: Conversation, { sad }: ReplyBook): boolean =>
  [question, ...saidBefore.slice(-2)].some((text) => sad.test(text));

const plain = (text: string): Part => ({ text, evidence: [] });

/** @param before a text whose beginning this sentence should not repeat */
function aboutTrait(trait: Trait, book: ReplyBook, { say }: Speaker, before: string): Part {
  const phrasings = book.traits[trait.trait][positionOf(trait)];
  const others = phrasings.filter((phrasing) => phrasing.slice(0, 4) !== before.slice(0, 4));
  const split = trait.agreement === 'SPLIT' ? [book.split[trait.trait]] : null;
  return { text: say(split ?? (others.length === 0 ? phrasings : others)), evidence: [trait.id] };
}

/** The chosen words, unless the last reply already used one: repeating them every time is tedious. */
function aboutWords(topic: Topic, { evidence, lastReply }: Conversation, book: ReplyBook, { say }: Speaker) {
  const words = evidence.words.slice(0, 3);
  const justSaid = words.some(({ word }) => lastReply.includes(word));
  if (topic !== 'words' && (justSaid || words.length === 0)) return null;
  const count = words.length === 0 ? 'none' : words.length === 1 ? 'one' : 'several';
  return { text: say(book.words[count]), evidence: words.map(({ id }) => id) };
}

const quoting: readonly Topic[] = ['others', 'why', 'general'];

/** A different quote each time, if one fits the topic. Its text is used unchanged. */
function aboutQuote(topic: Topic, { evidence, turn, lastReply }: Conversation, voice: Speaker): Part | null {
  const fresh = evidence.quotes.filter(({ text }) => !lastReply.includes(text));
  const quote = fresh[turn % Math.max(1, fresh.length)];
  if (quote === undefined || !quoting.includes(topic)) return null;
  return { text: voice.say(voice.quoting, { quote: quote.text }), evidence: [quote.id] };
}

/** A statement about the whole person; the archetype only once per conversation. */
function wholeOf(
  topic: Topic,
  conversation: Conversation,
  first: Trait | undefined,
  book: ReplyBook,
): Phrasings | null {
  const { evidence, turn, lastReply } = conversation;
  const isNew = (phrasings: Phrasings): boolean =>
    !phrasings.some((phrasing) => lastReply.includes(phrasing));
  const isReserved = topic === 'others' || topic === 'why' || topic === 'worries';
  const isSketch = evidence.confidence === 'SKETCH' && isReserved;
  if (isSketch && (turn === 1 || topic === 'why') && isNew(book.sketch)) return book.sketch;
  const isClear = first?.level.startsWith('VERY_') && first.agreement !== 'SPLIT';
  if (isClear && topic === 'strengths' && isNew(book.clearly)) return book.clearly;
  return turn === 1 && !isSketch ? book.archetype : null;
}

/** What follows a direct answer: at most one trait, because the question is already answered. */
function afterDirectAnswer(
  direct: DirectAnswer,
  traits: Trait[],
  conversation: Conversation,
  voice: Speaker,
  first: string,
): Part[] {
  const { evidence, question, answer } = conversation;
  const { book, directly } = booksOf(evidence);
  if (direct.isAll && answer === 1) return [];
  const named = namedTrait(question, directly)?.trait;
  const others = traits.filter(({ trait }) => trait !== direct.trait);
  const next = others.find(({ trait }) => trait === named) ?? others[0];
  return next === undefined ? [] : [aboutTrait(next, book, voice, first)];
}

/** Opening, traits, words and a statement about the whole, depending on the topic. */
function regularReply(topic: Topic, traits: Trait[], conversation: Conversation, voice: Speaker): Part[] {
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
  const phrasings = wholeOf(topic, conversation, first, book);
  const whole = phrasings && plain(voice.say(phrasings));
  // At most five sentences; a quote may take two of them.
  const others = quote ? [whole ?? one, quote] : whole ? [one, whole, words ?? two] : [one, words, two];
  const parts = (topic === 'words' ? [words, one, whole] : others).filter((part) => part != null);
  const isUnlike = parts[0] !== undefined && parts[0].text.slice(0, 4) !== lastReply.slice(0, 4);
  const mayOmitOpening = topic === 'general' && turn > 1 && parts.length > 1 && isUnlike;
  return mayOmitOpening && voice.random.next() < 0.5 ? parts : [opening, ...parts];
}

/** Asks a question back only some of the time, but always in reply to feelings or thanks. */
function closingOf(topic: Topic, isDirect: boolean, turn: number, voice: Speaker, book: ReplyBook): Part[] {
  const own = isDirect ? undefined : book.ownClosing[topic];
  const isDue = turn === 1 || topic === 'feeling' || topic === 'thanks' || voice.random.next() < 0.4;
  return isDue ? [plain(voice.say(own ?? book.closing))] : [];
}

/**
 * Ends once on the voice's sample line instead of a question, so that the persona's voice is audible. The line
 * may be a joke, so it never follows anything serious.
 */
function closingInVoice(
  topic: Topic,
  conversation: Conversation,
  closing: Part[],
  { isSaid }: Speaker,
  book: ReplyBook,
): Part[] {
  const { sample } = conversation;
  const isSerious = topic === 'feeling' || topic === 'thanks' || topic === 'worries';
  return sample == null || isSerious || isSaid(sample) || isSad(conversation, book)
    ? closing
    : [plain(sample)];
}

const LONGEST_QUOTE = 60;

/**
 * Leaves out what the mirror has already said. When that is everything, it hands the question back. Only a
 * question that was handed back in every way gets a repeated reply.
 */
function withoutRepetition(
  parts: Part[],
  { question }: Conversation,
  voice: Speaker,
  book: ReplyBook,
): Part[] {
  const fresh = parts.filter(({ text }) => !voice.isSaid(text));
  if (fresh.length > 0) return fresh;
  const quoted = question.replace(/[\s\p{P}]+/gu, ' ').trim();
  const characters = Array.from(quoted);
  const short =
    characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : quoted;
  const handedBack = voice.say(book.handBack, { question: short });
  return voice.isSaid(handedBack) ? parts : [plain(handedBack)];
}

/** @param attempt another number gives the same conversation a different reply */
function attemptReply(conversation: Conversation, attempt: number): Reply {
  const { evidence, question, turn } = conversation;
  const { book, directly } = booksOf(evidence);
  const voice = createSpeaker(conversation, attempt);
  const topic = topicOf(conversation, book);
  const isUnknown = evidence.basis === 'SELF' && topic === 'others';
  const ordered = orderTraits(evidence.traits, topic, turn + attempt);
  const asked = isUnknown ? namedTrait(question, directly)?.trait : undefined;
  // Keep the requested trait as the subject, although only the person's own answers describe it.
  const traits = [
    ...ordered.filter(({ trait }) => trait === asked),
    ...ordered.filter(({ trait }) => trait !== asked),
  ];
  const direct = directAnswer(conversation, topic, book.split, voice.list);
  const parts: Part[] = [];
  if (directly.wishes.archetype.test(question) && !isUnknown && direct?.trait == null)
    parts.push(
      plain(voice.say(book.archetype)),
      ...traits.slice(0, 2).map((trait) => aboutTrait(trait, book, voice, '')),
    );
  else if (direct) {
    const first = voice.say(direct.phrasings, direct.values);
    parts.push(
      { text: first, evidence: direct.evidence },
      ...afterDirectAnswer(direct, traits, conversation, voice, first),
    );
  } else parts.push(...regularReply(topic, traits, conversation, voice));
  const closing = direct?.isAll ? [] : closingOf(topic, direct !== null, turn, voice, book);
  parts.push(
    ...(direct === null && closing.length > 0
      ? closingInVoice(topic, conversation, closing, voice, book)
      : closing),
  );
  const kept = withoutRepetition(parts, conversation, voice, book);
  return {
    text: kept.map(({ text }) => text).join(book.glue),
    evidence: [...new Set(kept.flatMap((part) => part.evidence))],
  };
}

const mostAlternatives = 24;
const mostAttempts = 12;

/**
 * The mirror's reply to the newest question: at most five sentences that answer it if possible and state
 * measured levels and words in the first person. It repeats no sentence of an earlier reply. The same conversation gives the same reply; each alternative
 * differs.
 * @returns the reply and the ids of the evidence it states
 */
export function composeReply(input: Conversation): Reply {
  const conversation = withOwnAgreement(input);
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
