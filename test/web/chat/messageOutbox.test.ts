import { expect, it } from 'vitest';
import { createSafeStorage } from '../../../web/src/device/storage.js';
import {
  openMessageOutbox,
  type OutboxStorage,
  reusableClientKeys,
} from '../../../web/src/features/chat/rules/messageOutbox.js';
import { messageRetry, messageRetryDelay } from '../../../web/src/features/chat/rules/messageRetry.js';

/** A device's storage: what a reload finds again. */
function device(): OutboxStorage {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => kept.set(key, value).has(key),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
}
const hello = { clientKey: 'k1', text: 'Hello', at: 2 };

it('what was said is there after a reload, with the same key and in the order in which it was said', () => {
  const storage = device();
  openMessageOutbox(storage, 'p1').keep(hello);
  openMessageOutbox(storage, 'p1').keep({ clientKey: 'k0', text: 'First', at: 1 });
  expect(openMessageOutbox(storage, 'p1').all()).toEqual([{ clientKey: 'k0', text: 'First', at: 1 }, hello]);
});

it('what the server has is forgotten, and nothing else', () => {
  const storage = device();
  const outbox = openMessageOutbox(storage, 'p1');
  outbox.keep(hello);
  outbox.keep({ ...hello, clientKey: 'k2' });
  outbox.forget('k1');
  expect(outbox.all().map(({ clientKey }) => clientKey)).toEqual(['k2']);
});

it('what was said to one mirror is not sent to another', () => {
  const storage = device();
  openMessageOutbox(storage, 'p1').keep(hello);
  expect(openMessageOutbox(storage, 'p2').all()).toEqual([]);
});

it('a foreign entry is not a message', () => {
  const storage = device();
  for (const [index, text] of ['{', 'null', '7', '{"text":"x"}'].entries())
    storage.set(`mirai.chat.outbox.p1.${index}`, text);
  expect(openMessageOutbox(storage, 'p1').all()).toEqual([]);
});

it.each(['full', 'blocked'])(
  'a page whose storage is %s remembers what was stored until it is closed',
  (how) => {
    const refuse = (): never => {
      throw new DOMException(how);
    };
    const full = { getItem: () => null, setItem: refuse, removeItem: () => undefined } as never as Storage;
    const storage = createSafeStorage(() => (how === 'full' ? full : refuse()));
    expect(storage.set('mirai.theme', 'dark')).toBe(false);
    openMessageOutbox(storage, 'p1').keep(hello);
    expect(storage.get('mirai.theme')).toBe('dark');
    expect(openMessageOutbox(storage, 'p1').all()).toEqual([hello]);
    openMessageOutbox(storage, 'p1').forget(hello.clientKey);
    expect(storage.keys('mirai.chat')).toEqual([]);
  },
);

it('a lost network, a busy server and a reply at work are waited for; refused words go back to their writer', () => {
  expect(['OFFLINE', 'SERVICE_UNAVAILABLE', 'RATE_LIMITED'].map(messageRetry)).toEqual([
    'wait',
    'wait',
    'wait',
  ]);
  expect(['CONTENT_REJECTED', 'BAD_USER_INPUT', 'PERSONA_NOT_READY'].map(messageRetry)).toEqual(
    Array(3).fill('giveBack'),
  );
  expect(['UPSTREAM_FAILED', 'INTERNAL_SERVER_ERROR'].map(messageRetry)).toEqual(['ask', 'ask']);
});

it('the waits grow, keep to what the server named, and end at a quarter of a minute', () => {
  expect([1, 2, 3, 4, 9].map((tries) => messageRetryDelay(tries))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000,
  ]);
  expect(messageRetryDelay(1, 7)).toBe(7_000);
});

it('a try without an answer is sent again with its key, and after an answer the same is something new', async () => {
  let made = 0;
  const tried = reusableClientKeys(() => `key-${(made += 1)}`);
  const sent: string[] = [];
  const send =
    (answer?: string) =>
    (clientKey: string): Promise<string | undefined> => {
      sent.push(clientKey);
      return Promise.resolve(answer);
    };
  await tried('a', send());
  expect(await tried('a', send('arrived'))).toBe('arrived');
  await tried('a', send('arrived'));
  expect(sent).toEqual(['key-1', 'key-1', 'key-2']);
});
