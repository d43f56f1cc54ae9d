import { onScopeDispose, ref } from 'vue';

const SAID_MS = 2_000;

/** Copies a text, and says so for a moment. */
export function useCopied() {
  const isCopied = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));
  return {
    isCopied,
    async copy(text: string): Promise<void> {
      await navigator.clipboard.writeText(text);
      isCopied.value = true;
      clearTimeout(timer);
      timer = setTimeout(() => (isCopied.value = false), SAID_MS);
    },
  };
}
