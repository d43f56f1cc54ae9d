import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeMessages, type TreeMessage } from '../../../web/src/features/chat/rules/mergeMessages.js';

/** Messages a0 ← a1 ← …, each the parent of the next; from `fork` on they are named after another line. */
const line = (length: number, fork = length, name = 'b'): TreeMessage[] => {
  const ids = Array.from({ length }, (_, at) => `${at < fork ? 'a' : name}${at}`);
  return ids.map((id, at) => ({ id, parentId: ids[at - 1] ?? null }));
};
const ids = (nodes: readonly TreeMessage[] | null): string[] | undefined => nodes?.map(({ id }) => id);

it('what is loaded and the end that is read again become the path as it is', () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.nat(40),
      fc.nat(40),
      fc.nat(40),
      fc.nat(40),
      (before, after, fork, loaded, read) => {
        const was = line(before, before);
        const is = line(after, fork);
        const known = was.slice(Math.max(0, was.length - loaded));
        const stretch = is.slice(Math.max(0, is.length - read));
        const joined = mergeMessages(known, stretch);
        if (joined === null) return;
        // Whatever is joined is an end of the path as it is, and no shorter than what was read.
        expect(ids(joined)).toEqual(ids(is.slice(is.length - joined.length)));
        expect(joined.length).toBeGreaterThanOrEqual(stretch.length);
      },
    ),
  );
});

it('a new turn follows what is loaded', () => {
  expect(ids(mergeMessages(line(4), line(6).slice(4)))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5']);
});

it('another reply takes the place of the one before it, and of what followed that', () => {
  expect(ids(mergeMessages(line(8), line(4, 3).slice(3)))).toEqual(['a0', 'a1', 'a2', 'b3']);
});

it('another first message takes the place of everything', () => {
  expect(ids(mergeMessages(line(8), line(2, 0)))).toEqual(['b0', 'b1']);
});

it('a talk without messages is empty', () => {
  expect(mergeMessages(line(3), [])).toEqual([]);
});

it('an end that does not touch what is loaded is not joined', () => {
  expect(mergeMessages(line(4), line(20, 2).slice(10))).toBeNull();
});
