import type { MessageStatus } from '../../../api/generated/schema';
import { isFinal } from './mergeReply';

/** A message with its place in the tree of the conversation. */
export interface TreeMessage {
  id: string;
  /** Null for the first message. */
  parentId: string | null;
}

/**
 * Joins a section of the shown path, as the server has it now, to the loaded messages. The section replaces
 * every loaded message from the place where it begins.
 * @param known loaded messages, each the parent of the next
 * @param section messages up to the end of the path, each the parent of the next
 * @returns null if the two do not touch, and the messages between them must be read first
 */
export function mergeMessages<Node extends TreeMessage>(
  known: readonly Node[],
  section: readonly Node[],
): Node[] | null {
  const [first] = section;
  if (first === undefined) return [];
  if (known.length === 0 || first.parentId === null) return [...section];
  const same = known.findLastIndex(({ id }) => id === first.id);
  if (same >= 0) return [...known.slice(0, same), ...section];
  const parent = known.findLastIndex(({ id }) => id === first.parentId);
  if (parent >= 0) return [...known.slice(0, parent + 1), ...section];
  // A section that begins before all loaded messages contains them, or what replaced them.
  return section.some(({ id }) => id === known[0]?.id) ? [...section] : null;
}

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
