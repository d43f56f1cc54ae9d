/** A message with its place in the tree. */
export interface OnPath {
  id: string;
  /** Null for a first message. */
  parentId: string | null;
}

/**
 * Puts a stretch of the shown path, as the server has it now, onto what is loaded: what it overlaps is replaced, what stood
 * behind the place where it begins is gone from the path.
 * @param known loaded messages, each the parent of the next
 * @param stretch the same, up to the end of the path
 * @returns null if the two do not touch: what is between them must be read first
 */
export function joinPath<Node extends OnPath>(
  known: readonly Node[],
  stretch: readonly Node[],
): Node[] | null {
  const [first] = stretch;
  if (first === undefined) return [];
  if (known.length === 0 || first.parentId === null) return [...stretch];
  const same = known.findLastIndex(({ id }) => id === first.id);
  if (same >= 0) return [...known.slice(0, same), ...stretch];
  const parent = known.findLastIndex(({ id }) => id === first.parentId);
  if (parent >= 0) return [...known.slice(0, parent + 1), ...stretch];
  // A stretch that begins before all that is loaded holds it, or what came in its place.
  return stretch.some(({ id }) => id === known[0]?.id) ? [...stretch] : null;
}
