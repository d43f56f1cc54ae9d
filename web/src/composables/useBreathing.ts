import { onMounted, onUnmounted, ref } from 'vue';

const STEP_MS = 1_500;

/** Lights the landing page's mirror third by third, once. */
export function useBreathing() {
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const lit = ref(isStill ? 3 : 1);
  let timer: ReturnType<typeof setInterval> | undefined;
  onMounted(() => {
    if (isStill) return;
    timer = setInterval(() => {
      lit.value += 1;
      if (lit.value >= 3) clearInterval(timer);
    }, STEP_MS);
  });
  onUnmounted(() => clearInterval(timer));
  return { lit };
}
