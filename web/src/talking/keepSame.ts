import type { MessageStatus } from '../graphql/generated/schema';
import { isFinal } from './isFinal';

interface MessageLike {
  id: string;
  status: MessageStatus;
}

/**
 * Takes messages that were read again, but keeps the known object of each unchanged one, so that it is not
 * rendered again. A result that was read before a reply ended, and arrives after that, does not bring the
 * unfinished reply back.
 */
export function reuseUnchanged<Node extends MessageLike>(
  known: readonly Node[],
  fresh: readonly Node[],
): Node[] {
  const byId = new Map(known.map((node) => [node.id, node]));
  return fresh.map((node) => {
    const before = byId.get(node.id);
    if (before === undefined) return node;
    const isStale = isFinal(before.status) && !isFinal(node.status);
    return isStale || JSON.stringify(before) === JSON.stringify(node) ? before : node;
  });
}
