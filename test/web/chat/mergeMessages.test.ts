import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  mergeMessages,
  reuseUnchanged,
  type TreeMessage,
} from '../../../web/src/features/chat/rules/mergeMessages.js';

/** Messages a0 ← a1 ← …, each the parent of the next; from `fork` on they belong to another branch. */
const line = (length: number, fork = length, name = 'b'): TreeMessage[] => {
  const ids = Array.from({ length }, (_, at) => `${at < fork ? 'a' : name}${at}`);
  return ids.map((id, at) => ({ id, parentId: ids[at - 1] ?? null }));
};
const ids = (nodes: readonly TreeMessage[] | null): string[] | undefined => nodes?.map(({ id }) => id);

it('the loaded messages and a section that was read again become the current path', () => {
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
        const section = is.slice(Math.max(0, is.length - read));
        const joined = mergeMessages(known, section);
        if (joined === null) return;
        // A joined result is an end of the current path, and no shorter than the section.
        expect(ids(joined)).toEqual(ids(is.slice(is.length - joined.length)));
        expect(joined.length).toBeGreaterThanOrEqual(section.length);
      },
    ),
  );
});

it('a new message and its reply follow the loaded messages', () => {
  expect(ids(mergeMessages(line(4), line(6).slice(4)))).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5']);
});

it('another reply replaces the previous one and everything after it', () => {
  expect(ids(mergeMessages(line(8), line(4, 3).slice(3)))).toEqual(['a0', 'a1', 'a2', 'b3']);
});

it('another first message replaces everything', () => {
  expect(ids(mergeMessages(line(8), line(2, 0)))).toEqual(['b0', 'b1']);
});

it('a conversation without messages is empty', () => {
  expect(mergeMessages(line(3), [])).toEqual([]);
});

it('a section that does not touch the loaded messages is not joined', () => {
  expect(mergeMessages(line(4), line(20, 2).slice(10))).toBeNull();
});

const message = (id: string, status: 'STREAMING' | 'COMPLETE', text: string) => ({ id, status, text });

it('unchanged messages keep their objects, so that they are not rendered again', () => {
  const known = [message('1', 'COMPLETE', 'Hi'), message('2', 'STREAMING', 'He')];
  const merged = reuseUnchanged(known, [message('1', 'COMPLETE', 'Hi'), message('2', 'COMPLETE', 'Hello')]);
  expect(merged[0]).toBe(known[0]);
  expect(merged[1]).toEqual(message('2', 'COMPLETE', 'Hello'));
});

it('a result that was read before a reply ended does not bring the unfinished reply back', () => {
  const known = [message('2', 'COMPLETE', 'Hello')];
  expect(reuseUnchanged(known, [message('2', 'STREAMING', 'He')])).toEqual(known);
});
