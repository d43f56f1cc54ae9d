import type { Point } from './gemCut';

/** Space for the dot at the end of the line. */
const EDGE = 4;

/**
 * The points of a trait's line over versions, oldest first. The scale is always 0–100, so that a small change
 * looks small.
 * @param scores null for a version whose score may not be shown; the line leaves it out
 * @returns points in a box of width × height, with y downwards
 */
export function sparkline(scores: readonly (number | null)[], width: number, height: number): Point[] {
  const step = scores.length > 1 ? (width - 2 * EDGE) / (scores.length - 1) : 0;
  return scores.flatMap((score, index) =>
    score === null ? [] : [{ x: EDGE + index * step, y: EDGE + (1 - score / 100) * (height - 2 * EDGE) }],
  );
}
