import { expect, it } from 'vitest';
import { createSafeStorage } from '../../../web/src/device/storage.js';

it.each(['full', 'blocked'])(
  'values that a %s storage does not take are remembered until the page is closed',
  (how) => {
    const refuse = (): never => {
      throw new DOMException(how);
    };
    const full = { getItem: () => null, setItem: refuse, removeItem: () => undefined } as never as Storage;
    const storage = createSafeStorage(() => (how === 'full' ? full : refuse()));
    expect(storage.set('mirai.theme', 'dark')).toBe(false);
    storage.set('mirai.chat.draft.p1', 'Hello');
    expect(storage.get('mirai.theme')).toBe('dark');
    expect(storage.keys('mirai.chat')).toEqual(['mirai.chat.draft.p1']);
    storage.remove('mirai.chat.draft.p1');
    expect(storage.keys('mirai.chat')).toEqual([]);
  },
);
