import type { DirectBook } from './directBook.js';

type Drawn = DirectBook['descriptions'];

/**
 * The `drawn` phrases as the person's own account.
 * @param by how the sentences about friends begin
 * @param own the replacement
 */
export function ownDescriptions(drawn: Drawn, by: string, own: string): Drawn {
  const each = ({ low, typical, high }: Drawn['E']): Drawn['E'] => ({
    low: low.replace(by, own),
    typical: typical.replace(by, own),
    high: high.replace(by, own),
  });
  const { E, A, C, N, I } = drawn;
  return { E: each(E), A: each(A), C: each(C), N: each(N), I: each(I) };
}
