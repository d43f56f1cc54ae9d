import { parseStored } from '../device/keeping';
import { storage } from '../device/storage';

/** Small things that this device keeps, as JSON, in all of its tabs. */
export const deviceStore = {
  /** @returns null if nothing of ours is stored */
  read: (key: string): unknown => parseStored(storage.get(key)),
  write: (key: string, value: unknown): void => void storage.set(key, JSON.stringify(value)),
  forget: (key: string): void => storage.remove(key),
  /** The keys that begin so. */
  keys: (prefix: string): string[] => storage.keys(prefix),
  /** Tells of changes that other tabs make. @returns ends it */
  follow(isMine: (key: string) => boolean, onChange: () => void): () => void {
    const listen = ({ key }: StorageEvent): void => {
      if (key === null || isMine(key)) onChange();
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  },
};
