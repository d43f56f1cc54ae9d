/** Where a reader stands in a list that grows at its end. Pixels. */
export interface Place {
  top: number;
  /** Of all that is in it. */
  height: number;
  /** Of what is seen of it. */
  view: number;
}

/** Fractions of pixels, and a finger that does not stop at the very end. */
const NEAR = 24;

/**
 * Whether the list should follow what comes. Who scrolls up even a little wants to read there; who comes back to the end wants
 * to follow again. A list that shrank, or whose window grew when the keyboard closed, moved up without anybody's wish.
 * @param before where it stood when that was last looked at
 */
export function followsEnd(wasFollowing: boolean, before: Place, now: Place): boolean {
  const wasMovedUp = now.top < before.top - 1 && now.height >= before.height && now.view <= before.view;
  if (wasMovedUp) return false;
  return wasFollowing || now.height - now.top - now.view <= NEAR;
}
