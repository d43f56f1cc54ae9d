import { ref } from 'vue';

/** Past this the button says again what it does. */
const SAID_MS = 4_000;

/** Hands a link to somebody: by the device's own share sheet, or by the clipboard. */
export function useHandingOver(url: () => string, words: () => string) {
  /** `byHand`: the browser refused the clipboard, so the person copies what is selected. */
  const copied = ref<'no' | 'yes' | 'byHand'>('no');
  let later: ReturnType<typeof setTimeout> | undefined;

  /** @param field holds the link, for a browser that keeps its clipboard to itself */
  async function copy(field: HTMLInputElement | null): Promise<void> {
    clearTimeout(later);
    try {
      await navigator.clipboard.writeText(url());
      copied.value = 'yes';
      later = setTimeout(() => (copied.value = 'no'), SAID_MS);
    } catch {
      // Not allowed, or not a secure page: the link is there to be copied by hand, and says so.
      field?.select();
      copied.value = 'byHand';
    }
  }

  return {
    copied,
    copy,
    canShare: typeof navigator.share === 'function',
    async share(field: HTMLInputElement | null): Promise<void> {
      try {
        await navigator.share({ text: words(), url: url() });
      } catch (error) {
        // Closing the sheet is an answer; anything else leaves the clipboard.
        if ((error as DOMException).name !== 'AbortError') await copy(field);
      }
    },
  };
}
