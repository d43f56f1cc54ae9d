import { percentile } from './percentile.js';
import type { ReadReply } from '../readers/replyReader.js';

/** How replies went over the wire, in words: the middle of a few, each with a socket of its own. */
export function wireLine(replies: { reply: ReadReply; bytes: number }[]): string {
  const seen = replies.map(({ reply: { text, deltas }, bytes }) => {
    const pauses = deltas.slice(1).map(({ at }, index) => at - (deltas[index]?.at ?? at));
    const seconds = ((deltas.at(-1)?.at ?? 0) - (deltas[0]?.at ?? 0)) / 1_000;
    const textBytes = Buffer.byteLength(text);
    return {
      bytes,
      textBytes,
      deltas: deltas.length,
      over: (bytes - textBytes) / deltas.length,
      rate: (deltas.length - 1) / seconds,
      pause: percentile(pauses, 50),
      longest: Math.max(...pauses),
      length: percentile(
        deltas.map(({ length }) => length),
        50,
      ),
      most: Math.max(...deltas.map(({ length }) => length)),
    };
  });
  const middle = (field: keyof (typeof seen)[0], digits = 0): string =>
    percentile(
      seen.map((one) => one[field]),
      50,
    ).toFixed(digits);
  return (
    `${middle('bytes')} bytes for ${middle('textBytes')} of text in ${middle('deltas')} pieces, ${middle('over', 1)} over the text a piece; ` +
    `${middle('rate', 1)} pieces a second, ${middle('length')} characters each (${middle('most')} at the most), ` +
    `pause ${middle('pause')} ms (${middle('longest')} ms at the longest)`
  );
}
