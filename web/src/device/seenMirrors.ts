import { parseStored } from './keeping';
import { storage } from './storage';

const KEY = 'mirai.revealed';
/** Older ones are forgotten: a reveal seen twice does no harm, a list without an end would. */
const AT_MOST = 100;

function all(): string[] {
  const list = parseStored(storage.get(KEY));
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/** Which mirrors this device has seen appear. */
export const seenMirrors = {
  has: (id: string): boolean => all().includes(id),
  add: (id: string): void => void storage.set(KEY, JSON.stringify([...all(), id].slice(-AT_MOST))),
  forget: (): void => storage.remove(KEY),
};
