import { addressKey, isLoopback } from './addresses.js';

/**
 * Limits how many sockets an address holds open in this process.
 * @param most open sockets per address
 * @param exemptLoopback whether callers on this machine are not counted
 */
export function createSocketQuota(most: number, exemptLoopback: () => boolean) {
  const held = new Map<string, number>();
  return {
    /** @returns an idempotent function that releases the slot; null if the address has no slot left */
    take(address: string): (() => void) | null {
      if (exemptLoopback() && isLoopback(address)) return () => undefined;
      const key = addressKey(address);
      const count = held.get(key) ?? 0;
      if (count >= most) return null;
      held.set(key, count + 1);
      let isReleased = false;
      return () => {
        if (isReleased) return;
        isReleased = true;
        const left = (held.get(key) ?? 1) - 1;
        if (left > 0) held.set(key, left);
        else held.delete(key);
      };
    },
  };
}
