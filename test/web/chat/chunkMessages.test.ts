import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkMessages } from '../../../web/src/features/chat/rules/chunkMessages.js';

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
const shelf = (from: number, to: number) =>
  new Map(
    chunkMessages(numbers(from, to), from).flatMap(({ key, messages }) => messages.map((one) => [one, key])),
  );

it('the leaves of a talk are the talk, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.nat(200), (first, length) => {
      const messages = numbers(0, length);
      const leaves = chunkMessages(messages, first);
      expect(leaves.flatMap((leaf) => leaf.messages)).toEqual(messages);
      expect(new Set(leaves.map(({ key }) => key)).size).toBe(leaves.length);
      for (const leaf of leaves) {
        expect(leaf.messages.length).toBeLessThanOrEqual(20);
        expect(leaf.before).toBe(messages[(leaf.messages[0] ?? 0) - 1]);
      }
    }),
  );
});

it('messages that come before and behind leave every other message on its leaf', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(60), fc.nat(60), (length, before, behind) => {
      const was = shelf(0, length);
      const is = shelf(-before, length + behind);
      for (const [message, key] of was) expect(is.get(message)).toBe(key);
    }),
  );
});
