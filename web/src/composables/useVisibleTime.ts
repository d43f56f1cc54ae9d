import { onUnmounted } from 'vue';

/**
 * Measures how long the page is visible, so that time with the phone in a pocket does not count as answering.
 */
export function useVisibleTime() {
  let sum = 0;
  let since: number | null = document.hidden ? null : performance.now();
  const settle = (): void => {
    const now = performance.now();
    if (since !== null) sum += now - since;
    since = document.hidden ? null : now;
  };
  document.addEventListener('visibilitychange', settle);
  onUnmounted(() => document.removeEventListener('visibilitychange', settle));
  return {
    /** Visible milliseconds since the last call. */
    take(): number {
      settle();
      const taken = Math.round(sum);
      sum = 0;
      return taken;
    },
  };
}
