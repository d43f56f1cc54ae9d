import { parseStored, storage } from './storage';

/** JSON values stored on this device, shared by its tabs. */
export const jsonStorage = {
  /** @returns null if nothing of ours is stored */
  read: (key: string): unknown => parseStored(storage.get(key)),
  write: (key: string, value: unknown): void => void storage.set(key, JSON.stringify(value)),
  forget: (key: string): void => storage.remove(key),
  /** All keys with a prefix. */
  keys: (prefix: string): string[] => storage.keys(prefix),
  /** Calls back when another tab changes a key. @returns a function that stops it */
  follow(isMine: (key: string) => boolean, onChange: () => void): () => void {
    const listen = ({ key }: StorageEvent): void => {
      if (key === null || isMine(key)) onChange();
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  },
};

/**
 * 32 random hexadecimal digits that cannot be guessed. Not `randomUUID`, which does not exist on pages served
 * over plain HTTP.
 */
export const randomToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const KEY = 'mirai.device';

/**
 * A random token that identifies this device, so that a person answers a survey once. It reveals nothing
 * about the device.
 */
export function deviceToken(): string {
  const stored = jsonStorage.read(KEY);
  if (typeof stored === 'string' && stored !== '') return stored;
  const token = randomToken();
  jsonStorage.write(KEY, token);
  return token;
}
