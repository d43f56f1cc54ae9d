import { onUnmounted, watchEffect } from 'vue';
import type { Archetype } from '../../api/generated/schema';

/** Colours the whole window, header and background included, by an archetype while a page is open. */
export function useArchetypeColour(archetype: () => Archetype | null): void {
  const { dataset } = document.documentElement;
  watchEffect(() => {
    const now = archetype();
    if (now === null) delete dataset['archetype'];
    else dataset['archetype'] = now;
  });
  onUnmounted(() => delete dataset['archetype']);
}
