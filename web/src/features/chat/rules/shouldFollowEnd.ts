/** The scroll position in a list that grows at its end, in pixels. */
export interface ScrollPosition {
  top: number;
  /** Of the whole content. */
  height: number;
  /** Of the visible part. */
  view: number;
}

/** Tolerance for fractions of pixels, and for a finger that stops just before the end. */
const TOLERANCE = 24;

/**
 * Whether the list should keep showing its end as it grows. A reader who scrolls up even a little wants to
 * read there, and one who returns to the end wants to follow again. A list that shrank, or whose visible part
 * grew when the keyboard closed, moved up without the reader's doing.
 * @param before the position at the last check
 */
export function shouldFollowEnd(wasFollowing: boolean, before: ScrollPosition, now: ScrollPosition): boolean {
  const wasMovedUp = now.top < before.top - 1 && now.height >= before.height && now.view <= before.view;
  if (wasMovedUp) return false;
  return wasFollowing || now.height - now.top - now.view <= TOLERANCE;
}
