import { parseStored, storage } from './storage';

const KEY = 'mirai.revealed';
/** Bounds the list. Older entries are forgotten, because a reveal that is shown twice does no harm. */
const MAX_ENTRIES = 100;

function all(): string[] {
  const list = parseStored(storage.get(KEY));
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** The personas whose reveal this device has shown. */
export const revealedPersonas = {
  has: (id: string): boolean => all().includes(id),
  add: (id: string): void => void storage.set(KEY, JSON.stringify([...all(), id].slice(-MAX_ENTRIES))),
  forget: (): void => storage.remove(KEY),
};
