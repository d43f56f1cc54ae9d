import { onUnmounted } from 'vue';

/** Counts the time in which the page is in sight: a phone that lies in a pocket answers nothing. */
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
    /** Milliseconds since it was last taken. */
    take(): number {
      settle();
      const taken = Math.round(sum);
      sum = 0;
      return taken;
    },
  };
}
