import { onUnmounted, ref } from 'vue';

export type ShareState = 'idle' | 'copied' | 'manual';

const THANKS_MS = 2_500;

/** Hands a link on: the device's own way of sharing, else a copy, else by hand (`manual`). It never fails without a word. */
export function useShareLink(link: () => { url: string; title: string }) {
  const state = ref<ShareState>('idle');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onUnmounted(() => clearTimeout(timer));

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link().url);
      state.value = 'copied';
      clearTimeout(timer);
      timer = setTimeout(() => (state.value = 'idle'), THANKS_MS);
    } catch {
      // No right to the clipboard, or no clipboard without HTTPS.
      state.value = 'manual';
    }
  }

  return {
    state,
    async share(): Promise<void> {
      if (!('share' in navigator)) return copy();
      try {
        await navigator.share(link());
      } catch (error) {
        // Whoever closes the sheet has decided; whatever else went wrong, a copy still serves.
        if (!(error instanceof DOMException && error.name === 'AbortError')) await copy();
      }
    },
    close: (): void => void (state.value = 'idle'),
  };
}
