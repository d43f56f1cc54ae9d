import type { EvidencePack } from '../../../src/measurement/evidence.js';
import { localeOf } from './evidenceIn.js';
import { positionOf } from './orderTraits.js';
import { directBooks, replyBooks } from './phraseBooks.js';

/** A reply and the evidence it may rest on, as the prompt contains them. */
export interface ExplanationInput {
  language: string;
  reply: string;
  evidence: Pick<EvidencePack, 'basis' | 'traits' | 'words' | 'quotes'>;
}

const most = 6;

/**
 * In scripts with spaces, matches whole words only ("warm" is not in "swarm"). Other scripts have no word
 * boundaries.
 */
function holds(reply: string, word: string): boolean {
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const isLatin = /^[\p{Script=Latin}\s-]+$/u.test(word);
  return new RegExp(isLatin ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain, 'iu').test(reply);
}

/**
 * The evidence that can be found in a reply: traits by their sentences, quotes by their text, and words by
 * their label. A word inside a quote or a trait's sentence does not count as a chosen word.
 * @returns at most six ids
 */
export function explainReply({ language, reply, evidence }: ExplanationInput): { evidence: string[] } {
  const book = replyBooks[evidence.basis][localeOf(language)];
  const { descriptions } = directBooks[evidence.basis][localeOf(language)];
  const phrasingsOf = (trait: EvidencePack['traits'][number]): string[] => {
    const position = positionOf(trait);
    return [
      book.split[trait.trait],
      descriptions[trait.trait][position],
      ...book.traits[trait.trait][position],
    ];
  };
  const stated = evidence.traits.filter((trait) =>
    phrasingsOf(trait).some((phrasing) => reply.includes(phrasing)),
  );
  const quoted = evidence.quotes.filter(({ text }) => reply.includes(text));
  const sentences = [...stated.flatMap(phrasingsOf), ...quoted.map(({ text }) => text)];
  const rest = sentences.reduce((left, sentence) => left.replaceAll(sentence, ' '), reply);
  const named = evidence.words.filter(({ word }) => holds(rest, word));
  return { evidence: [...stated, ...quoted, ...named].map(({ id }) => id).slice(0, most) };
}
