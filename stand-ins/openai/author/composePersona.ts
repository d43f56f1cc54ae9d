import type { PersonaText } from '../../../src/ai/prompts/personaText.js';
import type { EvidencePack } from '../../../src/measurement/evidence.js';
import type { PhraseBook } from '../phrases/phraseBook.js';
import { choosePicture } from './choosePicture.js';
import { composePortrait } from './composePortrait.js';
import { fillPhrase } from './fillPhrase.js';
import { byStrength } from './orderTraits.js';
import { phraseBookOf } from './phraseBooks.js';
import { type SeededRandom, seededRandom } from './seededRandom.js';

type Trait = EvidencePack['traits'][number];

const end = (trait: Trait): 'high' | 'low' => (trait.score >= 50 ? 'high' : 'low');

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
 * Writes a persona from its evidence without a model. Each sentence belongs to a measured level, a word or
 * the archetype, and cites it. The same evidence gives the same text.
 */
export function composePersona(pack: EvidencePack): PersonaText {
  const random = seededRandom(JSON.stringify(pack));
  const book = phraseBookOf(pack);
  const [greeting = '', ...alternates] = greetingsOf(pack, book, random);
  return {
    title: titleOf(pack, book, random),
    summary: composePortrait(pack, book, random),
    voice: voiceOf(pack, book),
    greeting,
    alternates,
    imagePrompt: choosePicture(pack.archetype, byStrength(pack)[0], random),
  };
}
