import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkMessages } from '../../../web/src/features/chat/rules/chunkMessages.js';

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
const chunkKeys = (from: number, to: number) =>
  new Map(
    chunkMessages(numbers(from, to), from).flatMap(({ key, messages }) => messages.map((one) => [one, key])),
  );

it('the chunks of a conversation hold its messages in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.nat(200), (first, length) => {
      const messages = numbers(0, length);
      const chunks = chunkMessages(messages, first);
      expect(chunks.flatMap((chunk) => chunk.messages)).toEqual(messages);
      expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length);
      for (const chunk of chunks) {
        expect(chunk.messages.length).toBeLessThanOrEqual(20);
        expect(chunk.before).toBe(messages[(chunk.messages[0] ?? 0) - 1]);
      }
    }),
  );
});

it('messages added before and after move no other message to another chunk', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(60), fc.nat(60), (length, before, after) => {
      const was = chunkKeys(0, length);
      const is = chunkKeys(-before, length + after);
      for (const [message, key] of was) expect(is.get(message)).toBe(key);
    }),
  );
});
