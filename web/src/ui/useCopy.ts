import { nextTick, onScopeDispose, type Ref, ref } from 'vue';

const SHOWN_MS = 2_500;

/**
 * Copies a text and confirms it for a moment, or asks to copy it by hand. It never fails silently.
 * @param field shows the text, which is selected for copying by hand; it may be rendered only once
 * `copyResult` is set
 */
export function useCopy(field?: Readonly<Ref<HTMLInputElement | null>>) {
  const copyResult = ref<'copied' | 'byHand' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  return {
    copyResult,
    async copy(text: string): Promise<void> {
      try {
        await navigator.clipboard.writeText(text);
        copyResult.value = 'copied';
        clearTimeout(timer);
        timer = setTimeout(() => (copyResult.value = null), SHOWN_MS);
      } catch {
        // No permission, an old browser, or no HTTPS: the person can still copy the text by hand.
        clearTimeout(timer);
        copyResult.value = 'byHand';
        await nextTick();
        field?.value?.focus();
        field?.value?.select();
      }
    },
  };
}
