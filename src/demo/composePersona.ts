import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { choosePicture } from './choosePicture.js';
import { fillPhrase } from './fillPhrase.js';
import { english } from './phrases/english.js';
import { japanese } from './phrases/japanese.js';
import { korean } from './phrases/korean.js';
import type { PhraseBook } from './phrases/phraseBook.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

type Trait = EvidencePack['traits'][number];

const books = { EN: english, KO: korean, JA: japanese } satisfies Record<string, PhraseBook>;
const end = (trait: Trait): 'high' | 'low' => (trait.score >= 50 ? 'high' : 'low');

/** The traits by how much they stand out; the order of the pack decides between equals. */
const byStrength = (pack: EvidencePack): Trait[] =>
  [...pack.traits].sort((one, other) => Math.abs(other.score - 50) - Math.abs(one.score - 50));

function summaryOf(pack: EvidencePack, book: PhraseBook, random: SeededRandom): PersonaText['summary'] {
  const { name } = pack.subject;
  const ranked = byStrength(pack);
  const about = (trait: Trait) => ({
    text: fillPhrase(
      trait.agreement === 'SPLIT'
        ? book.split[trait.trait]
        : random.pick(book.traits[trait.trait][trait.level]),
      { name },
    ),
    evidence: [trait.id],
  });
  const sentences = ranked.slice(0, 3).map(about);
  // A disagreement is told even where the mean it hides looks ordinary.
  const hidden = ranked.slice(3).find((trait) => trait.agreement === 'SPLIT');
  if (hidden) sentences.push(about(hidden));
  const top = pack.words.slice(0, 3);
  if (top.length > 0) {
    const phrase = random.pick(top.length === 1 ? book.words.one : book.words.several);
    const words = book.list(top.map(({ word }) => word));
    sentences.splice(2, 0, { text: fillPhrase(phrase, { name, words }), evidence: top.map(({ id }) => id) });
  }
  const closing = { runnerUp: book.archetypeNames[pack.runnerUp] };
  sentences.push({
    text: fillPhrase(book.closing[pack.archetype], closing),
    evidence: ranked.slice(0, 2).map(({ id }) => id),
  });
  return sentences;
}

function titleOf(pack: EvidencePack, book: PhraseBook, random: SeededRandom): string {
  const [strongest] = byStrength(pack);
  const adjectives =
    strongest === undefined || strongest.level === 'TYPICAL'
      ? book.adjectives.balanced
      : book.adjectives[strongest.trait][end(strongest)];
  return fillPhrase(book.title, {
    adjective: random.pick(adjectives),
    noun: random.pick(book.nouns[pack.archetype]),
  });
}

function greetingsOf(pack: EvidencePack, book: PhraseBook, random: SeededRandom): string[] {
  const ranked = byStrength(pack);
  const sociable = pack.traits.find(({ trait }) => trait === 'E');
  const hello = book.hello[sociable ? end(sociable) : 'low'];
  const introduction = book.introduction[pack.confidence === 'SKETCH' ? 'sketch' : 'known'];
  const values = {
    name: pack.subject.name,
    friends: book.friends(pack.friends),
    top: book.list(pack.words.slice(0, 1).map(({ word }) => word)),
  };
  const invitation = (rank: number): string[] => {
    const trait = ranked[rank];
    return trait ? [random.pick(book.invitation[trait.trait][end(trait)])] : [];
  };
  const wordLine = pack.words.length > 0 ? [random.pick(book.topWord)] : [];
  const glue = pack.subject.locale === 'JA' ? '' : ' ';
  return [
    [random.pick(hello), random.pick(introduction), ...invitation(0)],
    [hello[0], ...wordLine, ...invitation(1)],
    [hello.at(-1) ?? hello[0], introduction.at(-1) ?? introduction[0], ...invitation(2)],
  ].map((parts) => parts.map((part) => fillPhrase(part, values)).join(glue));
}

function voiceOf(pack: EvidencePack, book: PhraseBook): PersonaText['voice'] {
  const isHigh = (id: Trait['trait']): boolean =>
    pack.traits.some((trait) => trait.trait === id && end(trait) === 'high');
  const openness = isHigh('E') ? 'open' : 'quiet';
  return {
    register: book.register[`${openness}${isHigh('A') ? 'Warm' : 'Direct'}`],
    habits: byStrength(pack)
      .slice(0, 3)
      .map((trait) => book.habit[trait.trait][end(trait)]),
    sample: book.sample[pack.archetype],
  };
}

/**
 * Writes a persona from its evidence without any model: each sentence belongs to a measured level, a word or the archetype, and cites it.
 * The same evidence gives the same text.
 */
export function composePersona(pack: EvidencePack): PersonaText {
  const random = seededRandom(JSON.stringify(pack));
  const book = books[pack.subject.locale];
  const [greeting = '', ...alternates] = greetingsOf(pack, book, random);
  return {
    title: titleOf(pack, book, random),
    summary: summaryOf(pack, book, random),
    voice: voiceOf(pack, book),
    greeting,
    alternates,
    imagePrompt: choosePicture(pack.archetype, byStrength(pack)[0], random),
  };
}
