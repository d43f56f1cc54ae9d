import { onScopeDispose } from 'vue';
import { holdLock } from './holdLock';

/**
 * The locks on stored messages that this tab may send. No two tabs show or send the same message, and the
 * messages of a closed tab are free again.
 */
export function useMessageLocks() {
  const held = new Map<string, () => void>();
  let isDisposed = false;
  onScopeDispose(() => {
    isDisposed = true;
    for (const release of held.values()) release();
  });
  return {
    /** @returns whether this tab has just taken the lock */
    async take(clientKey: string): Promise<boolean> {
      if (held.has(clientKey)) return false;
      const release = await holdLock(`mirai.chat.sending.${clientKey}`);
      if (isDisposed) release?.();
      else if (release !== null) held.set(clientKey, release);
      return release !== null && !isDisposed;
    },
    release(clientKey: string): void {
      held.get(clientKey)?.();
      held.delete(clientKey);
    },
  };
}
