import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { TraitId } from '../../../src/measurement/traits.js';
import type { DirectBook } from '../phrases/directBook.js';
import type { Phrasings, Topic } from '../phrases/replyBook.js';
import { findRelatedSentence } from './findRelatedSentence.js';
import { positionOf } from './orderTraits.js';
import { directBooks } from './phraseBooks.js';
import type { Conversation } from './readConversation.js';

type Trait = EvidencePack['traits'][number];

/** A direct answer to the question, which comes before anything else in the reply. */
export interface DirectAnswer {
  /** Alternative phrasings. `values` fills placeholders that the conversation does not provide. */
  phrasings: readonly string[];
  values: Record<string, string>;
  evidence: string[];
  /** The trait that the answer already states. */
  trait: TraitId | null;
  /** True if no measured statement should follow. */
  isAll: boolean;
}

const plain = (phrasings: Phrasings, isAll = false, values: Record<string, string> = {}): DirectAnswer => {
  return { phrasings, values, evidence: [], trait: null, isAll };
};

/** The trait that a question names, and which end of it. */
export function namedTrait(
  question: string,
  book: DirectBook,
): { trait: TraitId; end: 'high' | 'low' } | null {
  for (const end of ['low', 'high'] as const)
    for (const trait of ['E', 'A', 'C', 'N', 'I'] as const)
      if (book.named[trait][end].test(question)) return { trait, end };
  return null;
}

function verdictOf(question: string, end: 'high' | 'low', trait: Trait, book: DirectBook): Phrasings {
  const position = positionOf(trait);
  if (book.isOpen.test(question)) return book.shown;
  if (position === 'typical') return book.between;
  if (position !== end) return book.no;
  return book.harsh.test(question) ? book.shown : book.yes;
}

function aboutTrait({ evidence, question }: Conversation, book: DirectBook, split: Record<TraitId, string>) {
  const named = namedTrait(question, book);
  const trait = evidence.traits.find((one) => one.trait === named?.trait);
  if (named === null || trait === undefined) return null;
  if (trait.agreement === 'UNKNOWN') return { ...plain(book.tooFew), trait: trait.trait };
  const base = { evidence: [trait.id], trait: trait.trait, isAll: false };
  if (trait.agreement === 'SPLIT') return { ...base, phrasings: [split[trait.trait]], values: {} };
  const description = book.descriptions[trait.trait][positionOf(trait)];
  return { ...base, phrasings: verdictOf(question, named.end, trait, book), values: { description } };
}

/** Adjectives are inflected in a Korean or Japanese question, so there the stem is enough. */
function aboutWord(
  { evidence, question }: Conversation,
  book: DirectBook,
  list: (words: string[]) => string,
) {
  const asked = question.toLowerCase();
  const isIn = (word: string): boolean =>
    evidence.subject.locale === 'EN'
      ? new RegExp(String.raw`\b${word.toLowerCase().replace(/[^\w-]/g, '.')}\b`).test(asked)
      : asked.includes(word.length > 2 ? word.slice(0, -1) : word);
  const word = evidence.words.find((one) => isIn(one.word));
  if (word === undefined || book.isOpen.test(question)) return null;
  return { ...plain(book.chosen, false, { words: list([word.word]) }), evidence: [word.id] };
}

/**
 * The direct answer to a question that has one; null otherwise. Statements, and questions for reasons or
 * advice, get no direct answer from the measurement.
 * @param split what to say where friends disagree on a trait
 * @param list how words are quoted
 */
export function directAnswer(
  conversation: Conversation,
  topic: Topic,
  split: Record<TraitId, string>,
  list: (words: string[]) => string,
): DirectAnswer | null {
  const { evidence, question, facts, saidBefore, earlier } = conversation;
  const book = directBooks[evidence.basis][evidence.subject.locale];
  const { wishes } = book;
  if (wishes.instructions.test(question)) return plain(book.refusal);
  if (!book.isQuestion.test(question)) return null;
  if (wishes.whoSaid.test(question)) return plain(book.authorsUnknown);
  if (wishes.remember.test(question)) {
    const memory = findRelatedSentence(question, [...saidBefore.toReversed(), ...facts, earlier ?? ''], book);
    return memory === null ? plain(book.forgotten, true) : plain(book.remembered, true, { memory });
  }
  // A person's own answers say nothing about what others see.
  const isUnknown = evidence.basis === 'SELF' && topic === 'others';
  const isOfSelf = !isUnknown && !book.ofOthers.test(question) && !['why', 'advice'].includes(topic);
  if (isOfSelf && !book.passing.test(question)) {
    const measured = aboutTrait(conversation, book, split) ?? aboutWord(conversation, book, list);
    if (measured !== null) return measured;
  }
  const known = book.contentOf(question).length > 0 ? findRelatedSentence(question, facts, book) : null;
  if (known !== null) return plain(book.fact, false, { memory: known });
  if (isUnknown) return null;
  const isUnmeasured = book.isWhether.test(question) && topic === 'general';
  return wishes.beyond.test(question) || isUnmeasured ? plain(book.unshown) : null;
}
