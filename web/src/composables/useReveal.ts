import { onMounted, onUnmounted, ref } from 'vue';

const SIGHT_MS = 3_500;
const LEAVING_MS = 360;

/**
 * The clock of the reveal. Timers and not the ends of animations: whoever wants less motion has none of those.
 * @param onDone called once, when it has run its time or somebody skipped it, and it has faded
 */
export function useReveal(onDone: () => void) {
  const isLeaving = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    if (isLeaving.value) return;
    isLeaving.value = true;
    clearTimeout(timer);
    timer = setTimeout(onDone, LEAVING_MS);
  }
  onMounted(() => (timer = setTimeout(leave, SIGHT_MS)));
  onUnmounted(() => clearTimeout(timer));
  return { isLeaving, leave };
}
