import { computed, onUnmounted, ref, type Ref } from 'vue';

const SAID_MS = 2_500;

/**
 * Ways to hand over a link that never fail silently.
 * @param field shows the link; selected where the browser copies nothing
 */
export function useSharing(url: () => string, field: Readonly<Ref<HTMLInputElement | null>>) {
  const said = ref<'copied' | 'selected' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onUnmounted(() => clearTimeout(timer));

  function select(): void {
    field.value?.focus();
    field.value?.select();
    said.value = 'selected';
  }
  async function copy(): Promise<void> {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(url());
      said.value = 'copied';
      timer = setTimeout(() => (said.value = null), SAID_MS);
    } catch {
      // Not allowed, or an old browser: the person can still copy it.
      select();
    }
  }
  /** @param text what goes along, in the language of whoever reads it */
  async function share(text: string): Promise<void> {
    try {
      await navigator.share({ text, url: url() });
    } catch (error) {
      // Closing the sheet again is no failure.
      if ((error as DOMException).name !== 'AbortError') select();
    }
  }
  return { said, canShare: computed(() => typeof navigator.share === 'function'), copy, share };
}
