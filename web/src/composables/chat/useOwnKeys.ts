import { onScopeDispose } from 'vue';
import { holdLock } from './holdLock';

/**
 * Which of the messages kept on this device are this tab's to send: no two tabs show or send the same one, and those of a tab
 * that is gone are free again.
 */
export function useOwnKeys() {
  const held = new Map<string, () => void>();
  let isLeft = false;
  onScopeDispose(() => {
    isLeft = true;
    for (const release of held.values()) release();
  });
  return {
    /** @returns whether it is this tab's now, and was not before */
    async take(clientKey: string): Promise<boolean> {
      if (held.has(clientKey)) return false;
      const release = await holdLock(`mirai.chat.sending.${clientKey}`);
      if (isLeft) release?.();
      else if (release !== null) held.set(clientKey, release);
      return release !== null && !isLeft;
    },
    release(clientKey: string): void {
      held.get(clientKey)?.();
      held.delete(clientKey);
    },
  };
}
