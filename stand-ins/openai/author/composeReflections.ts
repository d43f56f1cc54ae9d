import type { Reflections } from '../../../src/ai/prompts/reflections.js';
import type { Locale } from '../../../src/locale.js';
import type { EvidencePack } from '../../../src/measurement/evidence.js';
import { reflectionsEn } from '../phrases/en/reflections.js';
import { reflectionsJa } from '../phrases/ja/reflections.js';
import { reflectionsKo } from '../phrases/ko/reflections.js';
import type { PhraseBook } from '../phrases/phraseBook.js';
import type { ReflectionBook } from '../phrases/reflectionBook.js';
import { fillPhrase } from './fillPhrase.js';
import { byStrength } from './orderTraits.js';
import { phraseBookOf } from './phraseBooks.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

type Note = Reflections['writer'][number];
type Trait = EvidencePack['traits'][number];

const books: Record<Locale, ReflectionBook> = { EN: reflectionsEn, KO: reflectionsKo, JA: reflectionsJa };

interface Material {
  pack: EvidencePack;
  /** The traits, strongest first. */
  ranked: Trait[];
  notes: ReflectionBook;
  phrases: PhraseBook;
  random: SeededRandom;
}

const nameOf = ({ pack }: Material) => ({ name: pack.subject.name });
const glueOf = ({ pack }: Material): string => (pack.subject.locale === 'JA' ? '' : ' ');

/** A trait's level and how far the answers agree. */
const levelNote = (material: Material, trait: Trait): Note => {
  const { notes, pack, random } = material;
  const values = { ...nameOf(material), trait: notes.traits[trait.trait], level: notes.levels[trait.level] };
  const agreement = pack.basis === 'SELF' ? [] : [notes.agreement[trait.agreement]];
  return {
    text: [fillPhrase(random.pick(notes.traitLevel), values), ...agreement].join(glueOf(material)),
    evidence: [trait.id],
  };
};

/** How a trait shows among friends. */
const sceneNote = (material: Material, trait: Trait): Note => {
  const { pack, phrases, random } = material;
  const isSplit = trait.agreement === 'SPLIT' && pack.basis !== 'SELF';
  const phrase = isSplit ? phrases.split[trait.trait] : random.pick(phrases.traits[trait.trait][trait.level]);
  return { text: fillPhrase(phrase, nameOf(material)), evidence: [trait.id] };
};

function quoteNotes(material: Material): Note[] {
  const { pack, notes, phrases, random } = material;
  const phrasings = pack.basis === 'SELF' ? notes.ownWord : notes.word;
  const words = pack.words.slice(0, 1).map(({ id, word }) => ({
    text: fillPhrase(random.pick(phrasings), { ...nameOf(material), top: phrases.list([word]) }),
    evidence: [id],
  }));
  const quotes = pack.quotes
    .slice(0, 1)
    .map(({ id, text }) => ({ text: fillPhrase(random.pick(notes.quote), { quote: text }), evidence: [id] }));
  return [...words, ...quotes];
}

function writerNotes(material: Material): Note[] {
  const { ranked, notes, phrases, pack, random } = material;
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return [];
  const image = fillPhrase(phrases.title, {
    adjective: random.pick(phrases.adjectives.balanced),
    noun: random.pick(phrases.nouns[pack.archetype]),
  });
  const contrast = fillPhrase(random.pick(notes.contrast), {
    ...nameOf(material),
    trait: notes.traits[first.trait],
    level: notes.levels[first.level],
    other: notes.traits[second.trait],
    otherLevel: notes.levels[second.level],
  });
  const both = [first.id, second.id];
  const picture = fillPhrase(random.pick(notes.image), { ...nameOf(material), image });
  return [
    { text: contrast, evidence: both },
    { text: picture, evidence: both },
  ];
}

/**
 * Notes of three experts, without a model. Each note comes from a measured level, a word or what friends
 * wrote. The same evidence gives the same notes.
 */
export function composeReflections(pack: EvidencePack): Reflections {
  const random = seededRandom(`reflections ${JSON.stringify(pack)}`);
  const ranked = byStrength(pack);
  const notes = books[pack.subject.locale];
  const material: Material = { pack, ranked, notes, phrases: phraseBookOf(pack), random };
  return {
    psychologist: ranked.slice(0, 3).map((trait) => levelNote(material, trait)),
    friend: [...ranked.slice(0, 2).map((trait) => sceneNote(material, trait)), ...quoteNotes(material)].slice(
      0,
      4,
    ),
    writer: writerNotes(material),
  };
}
