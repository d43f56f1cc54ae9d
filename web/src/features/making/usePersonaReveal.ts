import { onMounted, onUnmounted, ref } from 'vue';

const REVEAL_MS = 3_500;
const LEAVING_MS = 360;

/**
 * The timing of the reveal. It uses timers and not the ends of animations, because with reduced motion there
 * are none.
 * @param onDone called once the reveal has ended or was skipped, and has faded out
 */
export function usePersonaReveal(onDone: () => void) {
  const isLeaving = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    if (isLeaving.value) return;
    isLeaving.value = true;
    clearTimeout(timer);
    timer = setTimeout(onDone, LEAVING_MS);
  }
  onMounted(() => (timer = setTimeout(leave, REVEAL_MS)));
  onUnmounted(() => clearTimeout(timer));
  return { isLeaving, leave };
}
