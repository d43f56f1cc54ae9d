import { nextTick, onScopeDispose, type Ref, ref } from 'vue';

const SAID_MS = 2_500;

/**
 * Copies a text and says so for a moment, or says that it is to be copied by hand: it never fails without a word.
 * @param field shows the text, and has it selected for copying by hand; it may come with what `said` shows
 */
export function useCopied(field?: Readonly<Ref<HTMLInputElement | null>>) {
  const said = ref<'copied' | 'byHand' | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  return {
    said,
    async copy(text: string): Promise<void> {
      try {
        await navigator.clipboard.writeText(text);
        said.value = 'copied';
        clearTimeout(timer);
        timer = setTimeout(() => (said.value = null), SAID_MS);
      } catch {
        // Not allowed, an old browser, or no HTTPS: the person can still copy it.
        clearTimeout(timer);
        said.value = 'byHand';
        await nextTick();
        field?.value?.focus();
        field?.value?.select();
      }
    },
  };
}
