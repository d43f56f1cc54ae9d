/**
 * Pieces arrive about ten times a second. Pending text is spread over about this time, so that it flows
 * instead of jumping.
 */
const SPREAD_MS = 220;
const SLOWEST_PER_MS = 0.04;
/**
 * Words of up to this length are shown whole: half a word would jump to the next line when its end arrives.
 */
const REST_OF_WORD = /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Cyrillic}\p{N}'’-]{1,24}/u;
const WITHIN_WORD = /[\p{L}\p{N}'’-]$/u;
/** Firefox has none before version 125. There, an emoji may be shown in two steps. */
const graphemes =
  'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/**
 * How much of a growing text to show in the next frame. The more text is pending, the faster it is shown, and
 * never half a grapheme.
 * @param shown UTF-16 units that are shown
 * @param elapsedMs since the last frame
 * @returns units to show now, at most the whole text
 */
export function nextRevealLength(text: string, shown: number, elapsedMs: number): number {
  const rest = text.slice(shown);
  const share = 1 - Math.exp(-elapsedMs / SPREAD_MS);
  let step = Math.ceil(Math.max(rest.length * share, elapsedMs * SLOWEST_PER_MS));
  if (WITHIN_WORD.test(rest.slice(0, step))) step += REST_OF_WORD.exec(rest.slice(step))?.[0].length ?? 0;
  const grapheme = step < rest.length ? graphemes?.segment(rest).containing(step) : undefined;
  if (grapheme && grapheme.index < step) step = grapheme.index + grapheme.segment.length;
  return Math.min(shown + step, text.length);
}
