import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeReply, type Reply, type ReplyPiece } from '../../../web/src/features/chat/rules/mergeReply.js';

/** Surrogate pairs and joined signs too: offsets count UTF-16 units, and a cut may fall anywhere. */
const words = fc.string({ unit: 'binary', maxLength: 120 });
const endings = fc.constantFrom('COMPLETE', 'STOPPED', 'FAILED') as fc.Arbitrary<Reply['status']>;
const nothing: Reply = { text: '', status: 'PENDING' };

/** What a server sends that subscribes anew at `from`: pieces without gap or overlap, the last one final. */
function streamFrom(text: string, from: number, cuts: number[], ending: Reply['status']): ReplyPiece[] {
  const places = [...new Set([from, ...cuts.map((cut) => from + (cut % (text.length - from + 1)))])].sort(
    (one, other) => one - other,
  );
  return [
    { offset: from, text: '', status: 'PENDING' },
    ...places.map((offset, at): ReplyPiece => {
      const isLast = at === places.length - 1;
      return { offset, text: text.slice(offset, places[at + 1]), status: isLast ? ending : 'STREAMING' };
    }),
  ];
}

/**
 * Connections that break after some pieces, each resubscribed with the offset that the first one began with.
 */
const readings = fc.record({
  text: words,
  ending: endings,
  after: fc.nat(),
  connections: fc.array(fc.record({ cuts: fc.array(fc.nat(), { maxLength: 12 }), breaksAfter: fc.nat(14) }), {
    minLength: 1,
    maxLength: 6,
  }),
});

it('a reply read over connections that break anywhere is the stored text, and never shrinks', () => {
  fc.assert(
    fc.property(readings, ({ text, ending, after, connections }) => {
      const from = after % (text.length + 1);
      let known: Reply = { text: text.slice(0, from), status: 'STREAMING' };
      const last = connections.length - 1;
      for (const [index, { cuts, breaksAfter }] of connections.entries()) {
        const pieces = streamFrom(text, from, cuts, ending);
        for (const piece of index === last ? pieces : pieces.slice(0, breaksAfter)) {
          const next = mergeReply(known, piece);
          expect(next).not.toBeNull();
          expect(next?.text.startsWith(known.text)).toBe(true);
          known = next ?? known;
        }
      }
      expect(known).toEqual({ text, status: ending });
    }),
  );
});

it('pieces that arrive twice, late or out of order never produce a text that is not in the reply', () => {
  fc.assert(
    fc.property(
      words,
      endings,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
      (text, ending, cut) => {
        let known = nothing;
        for (const [one, other] of cut) {
          const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
          const piece: ReplyPiece = { offset: start ?? 0, text: text.slice(start, end), status: 'STREAMING' };
          known = mergeReply(known, piece) ?? known;
          expect(text.startsWith(known.text)).toBe(true);
        }
        expect(mergeReply(known, { offset: 0, text, status: ending })).toEqual({ text, status: ending });
      },
    ),
  );
});

it('a piece after a gap is not added', () => {
  expect(
    mergeReply({ text: 'Good', status: 'STREAMING' }, { offset: 5, text: 'day', status: 'COMPLETE' }),
  ).toBeNull();
});

it('a reply that has ended stays as it is', () => {
  const stopped: Reply = { text: 'Good mor', status: 'STOPPED' };
  expect(mergeReply(stopped, { offset: 8, text: 'ning', status: 'STREAMING' })).toBe(stopped);
});

it('a reply that is being written does not go back to waiting', () => {
  const begun: Reply = { text: 'Go', status: 'STREAMING' };
  expect(mergeReply(begun, { offset: 0, text: '', status: 'PENDING' })).toBe(begun);
});
