import { onMounted, onUnmounted, ref } from 'vue';

/**
 * The section that is being read: the last one whose top has passed the upper third of the window.
 * @param bar sticks to the top of the window; `isStuck` is whether it does now
 */
export function useSectionInView(ids: () => readonly string[], bar: () => HTMLElement | null) {
  const current = ref<string | null>(null);
  const isStuck = ref(false);

  function update(): void {
    const line = innerHeight / 3;
    const passed = ids().filter(
      (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < line,
    );
    current.value = passed.at(-1) ?? null;
    isStuck.value = (bar()?.getBoundingClientRect().top ?? 1) <= 0;
  }
  onMounted(() => {
    addEventListener('scroll', update, { passive: true });
    update();
  });
  onUnmounted(() => removeEventListener('scroll', update));

  return {
    current,
    isStuck,
    /** Unfolds a section, scrolls to it and focuses it. */
    goTo(id: string): void {
      document.querySelector(`#${id} > details`)?.setAttribute('open', '');
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      document.getElementById(id)?.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth' });
      document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
    },
  };
}
