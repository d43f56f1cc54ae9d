import type { EvidencePack } from '../mirror/evidencePack.js';
import { directBooks } from './directBooks.js';
import { localeOf } from './localeOf.js';
import { standOf } from './orderTraits.js';
import { replyBooks } from './replyBooks.js';

/** A reply and what it may rest on, as the prompt tells them. */
export interface Claimed {
  language: string;
  reply: string;
  evidence: Pick<EvidencePack, 'traits' | 'words'>;
}

const most = 6;

/** In scripts with blanks "warm" is not in "swarm"; in the others words stand close together. */
function holds(reply: string, word: string): boolean {
  const plain = word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const isLatin = /^[\p{Script=Latin}\s-]+$/u.test(word);
  return new RegExp(isLatin ? `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])` : plain, 'iu').test(reply);
}

/** The evidence that can be found in a reply: traits by the sentences that tell them, words by their label. @returns ids, six at the most */
export function explainReply({ language, reply, evidence }: Claimed): { evidence: string[] } {
  const book = replyBooks[localeOf(language)];
  const { drawn } = directBooks[localeOf(language)];
  const told = evidence.traits.filter((trait) => {
    const stand = standOf(trait);
    const ways = [book.split[trait.trait], drawn[trait.trait][stand], ...book.traits[trait.trait][stand]];
    return ways.some((way) => reply.includes(way));
  });
  const named = evidence.words.filter(({ word }) => holds(reply, word));
  return { evidence: [...told, ...named].map(({ id }) => id).slice(0, most) };
}
