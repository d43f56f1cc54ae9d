import type { PersonaText } from '../../../src/ai/prompts/personaText.js';
import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { PhraseBook } from '../phrases/phraseBook.js';
import { fillPhrase } from './fillPhrase.js';
import { byStrength } from './orderTraits.js';
import type { SeededRandom } from './seededRandom.js';

type Trait = EvidencePack['traits'][number];
type Sentence = PersonaText['summary'][number];

const aboutTrait = (pack: EvidencePack, trait: Trait, book: PhraseBook, random: SeededRandom): Sentence => {
  const isSplit = trait.agreement === 'SPLIT' && pack.basis !== 'SELF';
  const phrase = isSplit ? book.split[trait.trait] : random.pick(book.traits[trait.trait][trait.level]);
  return { text: fillPhrase(phrase, { name: pack.subject.name }), evidence: [trait.id] };
};

function aboutWords(pack: EvidencePack, book: PhraseBook, random: SeededRandom): Sentence[] {
  const top = pack.words.slice(0, 3);
  if (top.length === 0) return [];
  const phrase = random.pick(top.length === 1 ? book.words.one : book.words.several);
  const words = book.list(top.map(({ word }) => word));
  return [
    { text: fillPhrase(phrase, { name: pack.subject.name, words }), evidence: top.map(({ id }) => id) },
  ];
}

/** A sentence with the first blended quote. */
const aboutQuotes = (pack: EvidencePack, book: PhraseBook, random: SeededRandom): Sentence[] =>
  pack.quotes
    .slice(0, 1)
    .map(({ id, text }) => ({ text: fillPhrase(random.pick(book.quote), { quote: text }), evidence: [id] }));

/**
 * Three to six sentences about a person: the traits that stand out, the words, what friends wrote, and a
 * conclusion. In practice mode, the first sentence says that it is the person's own account.
 */
export function composePortrait(pack: EvidencePack, book: PhraseBook, random: SeededRandom): Sentence[] {
  const ranked = byStrength(pack);
  // Sentences about the whole person cite all measured traits.
  const measured = ranked.map(({ id }) => id);
  const { name } = pack.subject;
  const opening = { text: fillPhrase(random.pick(book.ownAccount.opening), { name }), evidence: measured };
  const quotes = aboutQuotes(pack, book, random);
  const words = aboutWords(pack, book, random);
  // Include a disagreement even if the mean behind it is typical.
  const hidden = ranked.slice(3).filter((trait) => trait.agreement === 'SPLIT' && pack.basis !== 'SELF');
  const others = words.length + quotes.length + Math.min(1, hidden.length);
  // At most six sentences, including the closing one.
  const traits = [...ranked.slice(0, others > 2 ? 2 : 3), ...hidden.slice(0, 1)];
  const sentences = traits.map((trait) => aboutTrait(pack, trait, book, random));
  sentences.splice(2, 0, ...words, ...quotes);
  const closing = { runnerUp: book.archetypeNames[pack.runnerUp] };
  sentences.push({ text: fillPhrase(book.closing[pack.archetype], closing), evidence: measured });
  return pack.basis === 'SELF' ? [opening, ...sentences] : sentences;
}
