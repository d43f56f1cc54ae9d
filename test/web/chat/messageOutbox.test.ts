import { expect, it } from 'vitest';
import { openMessageOutbox, type OutboxStorage } from '../../../web/src/features/chat/rules/messageOutbox.js';

/** A device's storage, which survives a reload. */
function device(): OutboxStorage {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => values.set(key, value).has(key),
    remove: (key) => void values.delete(key),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)),
  };
}
const hello = { clientKey: 'k1', text: 'Hello', at: 2 };

it('a message is still there after a reload, with the same key and in the order of submission', () => {
  const storage = device();
  openMessageOutbox(storage, 'p1').store(hello);
  openMessageOutbox(storage, 'p1').store({ clientKey: 'k0', text: 'First', at: 1 });
  expect(openMessageOutbox(storage, 'p1').all()).toEqual([{ clientKey: 'k0', text: 'First', at: 1 }, hello]);
});

it('a message that the server has is removed, and no other', () => {
  const storage = device();
  const outbox = openMessageOutbox(storage, 'p1');
  outbox.store(hello);
  outbox.store({ ...hello, clientKey: 'k2' });
  outbox.forget('k1');
  expect(outbox.all().map(({ clientKey }) => clientKey)).toEqual(['k2']);
});

it('a message to one persona is not sent to another', () => {
  const storage = device();
  openMessageOutbox(storage, 'p1').store(hello);
  expect(openMessageOutbox(storage, 'p2').all()).toEqual([]);
});

it('a stored value that is not ours is not a message', () => {
  const storage = device();
  for (const [index, text] of ['{', 'null', '7', '{"text":"x"}'].entries())
    storage.set(`mirai.chat.outbox.p1.${index}`, text);
  expect(openMessageOutbox(storage, 'p1').all()).toEqual([]);
});
