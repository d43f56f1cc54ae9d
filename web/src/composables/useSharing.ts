import type { Ref } from 'vue';
import { useCopied } from './useCopied';

/** What is handed over, as the device's own sheet takes it. */
interface Shared {
  url: string;
  title?: string;
  /** Goes along with the link, in the language of whoever reads it. */
  text?: string;
}

/**
 * Hands a link to somebody: by the device's own sheet, else by the clipboard, else by hand.
 * @param field shows the link
 */
export function useSharing(shared: () => Shared, field?: Readonly<Ref<HTMLInputElement | null>>) {
  const { said, copy: copyText } = useCopied(field);
  const canShare = typeof navigator.share === 'function';
  const copy = (): Promise<void> => copyText(shared().url);

  return {
    said,
    canShare,
    copy,
    async share(): Promise<void> {
      if (!canShare) return copy();
      try {
        await navigator.share(shared());
      } catch (error) {
        // Whoever closes the sheet has decided; whatever else went wrong, a copy still serves.
        if ((error as DOMException).name !== 'AbortError') await copy();
      }
    },
  };
}
