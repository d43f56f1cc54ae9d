import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';

/**
 * Opens something before the tests of a file or group and closes it after them, or does both for each test.
 * Hooks that are registered later run inside: what one call opens can be used to open the next.
 * @returns a view of what is open at the moment, for use inside tests and hooks
 */
export function useOne<T extends AsyncDisposable>(open: () => Promise<T>, per: 'file' | 'test' = 'file'): T {
  let current: T | undefined;
  const [before, after] = per === 'file' ? [beforeAll, afterAll] : [beforeEach, afterEach];
  before(async () => {
    current = await open();
  });
  after(async () => {
    await current?.[Symbol.asyncDispose]();
    current = undefined;
  });
  const opened = (): T => {
    if (current === undefined) throw new Error('Nothing is open: use it inside tests and hooks.');
    return current;
  };
  return new Proxy({} as T, {
    get: (_target, name) => Reflect.get(opened(), name) as unknown,
    ownKeys: () => Reflect.ownKeys(opened()),
    getOwnPropertyDescriptor: (_target, name) => Reflect.getOwnPropertyDescriptor(opened(), name),
  });
}
