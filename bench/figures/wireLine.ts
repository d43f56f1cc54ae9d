import { percentile } from './percentile.js';
import type { ReadReply } from '../readers/replyReader.js';

/** Describes how replies went over the wire: the medians of a few replies, each with its own socket. */
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
  const median = (field: keyof (typeof seen)[0], digits = 0): string =>
    percentile(
      seen.map((one) => one[field]),
      50,
    ).toFixed(digits);
  return (
    `${median('bytes')} bytes for ${median('textBytes')} bytes of text in ${median('deltas')} pieces, overhead ${median('over', 1)} bytes a piece; ` +
    `${median('rate', 1)} pieces a second, ${median('length')} characters each (at most ${median('most')}), ` +
    `pause ${median('pause')} ms (at most ${median('longest')} ms)`
  );
}
