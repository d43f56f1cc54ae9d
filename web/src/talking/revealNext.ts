/** Pieces come some ten times a second: what waits is spread over about so long, so that words flow instead of jumping. */
const SPREAD_MS = 220;
const SLOWEST_PER_MS = 0.04;
/** Words are shown whole, up to this length: half a word would jump to the next line when its end comes. */
const REST_OF_WORD = /^[\p{Script=Latin}\p{Script=Hangul}\p{Script=Cyrillic}\p{N}'’-]{1,24}/u;
const WITHIN_WORD = /[\p{L}\p{N}'’-]$/u;
const signs = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How much of a growing text to show in the next frame: faster the more is waiting, and never half a sign.
 * @param shown UTF-16 units that are shown
 * @param elapsedMs since the last frame
 * @returns units to show now, at most all of it
 */
export function revealNext(text: string, shown: number, elapsedMs: number): number {
  const rest = text.slice(shown);
  const share = 1 - Math.exp(-elapsedMs / SPREAD_MS);
  let step = Math.ceil(Math.max(rest.length * share, elapsedMs * SLOWEST_PER_MS));
  if (WITHIN_WORD.test(rest.slice(0, step))) step += REST_OF_WORD.exec(rest.slice(step))?.[0].length ?? 0;
  const sign = step < rest.length ? signs.segment(rest).containing(step) : undefined;
  if (sign && sign.index < step) step = sign.index + sign.segment.length;
  return Math.min(shown + step, text.length);
}
