import type { ReplyBook, Phrasings } from './replyBook.js';

type Traits = ReplyBook['traits'];

/**
 * The trait sentences as the person's own account. In some languages only the observer differs.
 * @param by how the sentences about friends begin
 * @param own the replacement
 */
export function ownTraitSentences(traits: Traits, by: string, own: string): Traits {
  const say = (way: string): string => way.replace(by, own);
  const all = ([first, second, ...more]: Phrasings): Phrasings => [say(first), say(second), ...more.map(say)];
  const each = ({ low, typical, high }: Traits['E']): Traits['E'] => ({
    low: all(low),
    typical: all(typical),
    high: all(high),
  });
  const { E, A, C, N, I } = traits;
  return { E: each(E), A: each(A), C: each(C), N: each(N), I: each(I) };
}
