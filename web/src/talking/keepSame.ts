import type { MessageStatus } from '../graphql/generated/schema';
import { isFinal } from './isFinal';

interface Kept {
  id: string;
  status: MessageStatus;
}

/**
 * Takes messages that were read again, and keeps the object of each that is as it was: what is shown of it is not drawn again.
 * An answer that was read before a reply ended, and comes after, does not bring the unfinished reply back.
 */
export function keepSame<Node extends Kept>(known: readonly Node[], fresh: readonly Node[]): Node[] {
  const byId = new Map(known.map((node) => [node.id, node]));
  return fresh.map((node) => {
    const before = byId.get(node.id);
    if (before === undefined) return node;
    const isStale = isFinal(before.status) && !isFinal(node.status);
    return isStale || JSON.stringify(before) === JSON.stringify(node) ? before : node;
  });
}
