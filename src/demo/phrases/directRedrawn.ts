import type { DirectBook } from './directBook.js';

type Drawn = DirectBook['drawn'];

/**
 * What is drawn, by another hand: the person's own.
 * @param by how the sentences of friends begin @param own what stands there instead
 */
export function directRedrawn(drawn: Drawn, by: string, own: string): Drawn {
  const each = ({ low, typical, high }: Drawn['E']): Drawn['E'] => ({
    low: low.replace(by, own),
    typical: typical.replace(by, own),
    high: high.replace(by, own),
  });
  const { E, A, C, N, I } = drawn;
  return { E: each(E), A: each(A), C: each(C), N: each(N), I: each(I) };
}
