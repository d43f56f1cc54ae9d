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
