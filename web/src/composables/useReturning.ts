import { onMounted, onUnmounted } from 'vue';

/** Calls back when the person comes back to this tab: what happened in another one is then shown here too. */
export function useReturning(onReturn: () => void): void {
  const look = (): void => {
    if (document.visibilityState === 'visible') onReturn();
  };
  onMounted(() => document.addEventListener('visibilitychange', look));
  onUnmounted(() => document.removeEventListener('visibilitychange', look));
}
