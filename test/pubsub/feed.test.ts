import { expect, it } from 'vitest';
import { mergeEvents } from '../../src/pubsub/mergeEvents.js';
import { Feed, type ReplyGrewEvent, type RowChangedEvent } from '../../src/pubsub/pubsub.js';

const open = <T>(merge: (held: T, next: T) => T) => {
  let closed = 0;
  return { feed: new Feed<T>(merge, Promise.resolve(), () => (closed += 1)), closed: () => closed };
};
const grown = (start: number, text: string): ReplyGrewEvent => ({
  id: 'reply',
  start,
  text,
  status: 'STREAMING',
});

it('pieces that are not read yet become one piece', async () => {
  const { feed } = open(mergeEvents.replyGrew);
  feed.push(grown(0, 'One '));
  feed.push(grown(4, 'two '));
  feed.push({ ...grown(8, 'three.'), status: 'COMPLETE' });
  expect(await feed.nextWithin(1)).toEqual({ ...grown(0, 'One two three.'), status: 'COMPLETE' });
});

it('a reader that never reads costs one event, however long the reply', async () => {
  const { feed } = open(mergeEvents.replyGrew);
  const words = 'mirror '.repeat(10);
  for (let piece = 0; piece < 50_000; piece += 1) feed.push(grown(piece * words.length, words));
  const held = await feed.nextWithin(1);
  expect(held?.text.length).toBeLessThanOrEqual(16_384);
  // It ends where the reply does: the reader sees that something is missing before it.
  expect((held?.start ?? 0) + (held?.text.length ?? 0)).toBe(50_000 * words.length);
  expect(await feed.nextWithin(1)).toBeNull();
});

it('pieces that come late or twice do not push out what is newer', async () => {
  const { feed } = open(mergeEvents.replyGrew);
  feed.push(grown(4, 'two '));
  feed.push(grown(0, 'One '));
  feed.push(grown(4, 'two '));
  expect(await feed.nextWithin(1)).toEqual(grown(4, 'two '));
});

it('of states that are not read yet only the newest is kept', async () => {
  const { feed } = open<RowChangedEvent>(mergeEvents.personaChanged);
  for (const revision of [3, 5, 4]) feed.push({ id: 'persona', revision });
  expect(await feed.nextWithin(1)).toEqual({ id: 'persona', revision: 5 });
});

it('a nudge makes the reader look, and what comes before the look is part of it', async () => {
  const { feed } = open<RowChangedEvent>(mergeEvents.personaChanged);
  feed.requestReread();
  feed.push({ id: 'persona', revision: 1 });
  expect(await feed.nextWithin(60_000)).toBeNull();
  const waiting = feed.nextWithin(60_000);
  feed.requestReread();
  expect(await waiting).toBeNull();
});

it('closing ends a reader that waits, once', async () => {
  const { feed, closed } = open<RowChangedEvent>(mergeEvents.personaChanged);
  const waiting = feed.nextWithin(60_000);
  feed.close();
  feed.close();
  feed.push({ id: 'persona', revision: 1 });
  expect(await waiting).toBeUndefined();
  expect(await feed.nextWithin(1)).toBeUndefined();
  expect(closed()).toBe(1);
});
