import type { EvidencePack } from '../mirror/evidencePack.js';
import { directBooks } from './directBooks.js';
import { localeOf } from './localeOf.js';
import { standOf } from './orderTraits.js';
import { replyBooks } from './replyBooks.js';

/** A reply and what it may rest on, as the prompt tells them. */
export interface Claimed {
  language: string;
  reply: string;
  evidence: Pick<EvidencePack, 'basis' | 'traits' | 'words' | 'quotes'>;
}

const most = 6;

/** In scripts with blanks "warm" is not in "swarm"; in the others words stand close together. */
function holds(reply: string, word: string): boolean {
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const isLatin = /^[\p{Script=Latin}\s-]+$/u.test(word);
  return new RegExp(isLatin ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain, 'iu').test(reply);
}

/**
 * The evidence that can be found in a reply: traits by the sentences that tell them, quotes by their text, words by their label. The words
 * inside a quote or a trait's sentence are no words that were picked.
 * @returns ids, six at the most
 */
export function explainReply({ language, reply, evidence }: Claimed): { evidence: string[] } {
  const book = replyBooks[evidence.basis][localeOf(language)];
  const { drawn } = directBooks[evidence.basis][localeOf(language)];
  const waysOf = (trait: EvidencePack['traits'][number]): string[] => {
    const stand = standOf(trait);
    return [book.split[trait.trait], drawn[trait.trait][stand], ...book.traits[trait.trait][stand]];
  };
  const told = evidence.traits.filter((trait) => waysOf(trait).some((way) => reply.includes(way)));
  const quoted = evidence.quotes.filter(({ text }) => reply.includes(text));
  const sentences = [...told.flatMap(waysOf), ...quoted.map(({ text }) => text)];
  const rest = sentences.reduce((left, sentence) => left.replaceAll(sentence, ' '), reply);
  const named = evidence.words.filter(({ word }) => holds(rest, word));
  return { evidence: [...told, ...quoted, ...named].map(({ id }) => id).slice(0, most) };
}
