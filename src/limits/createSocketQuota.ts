import { addressKey } from './addressKey.js';
import { isLoopback } from './isLoopback.js';

/**
 * How many sockets an address holds open in this process.
 * @param most sockets an address may hold at the same time
 * @param exemptLoopback leaves callers on this machine alone
 */
export function createSocketQuota(most: number, exemptLoopback: boolean) {
  const held = new Map<string, number>();
  return {
    /** @returns gives the place back (once is enough, twice does no harm); null when the address holds all it may */
    take(address: string): (() => void) | null {
      if (exemptLoopback && isLoopback(address)) return () => undefined;
      const key = addressKey(address);
      const count = held.get(key) ?? 0;
      if (count >= most) return null;
      held.set(key, count + 1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        const left = (held.get(key) ?? 1) - 1;
        if (left > 0) held.set(key, left);
        else held.delete(key);
      };
    },
  };
}
