import type { Ref } from 'vue';
import { useCopy } from './useCopy';

/** What is shared, in the format of the device's share sheet. */
interface SharedLink {
  url: string;
  title?: string;
  /** Accompanies the link, in the language of its readers. */
  text?: string;
}

/**
 * Shares a link by the device's share sheet, else by the clipboard, else by hand.
 * @param field shows the link
 */
export function useShareLink(shared: () => SharedLink, field?: Readonly<Ref<HTMLInputElement | null>>) {
  const { copyResult, copy: copyText } = useCopy(field);
  const canShare = typeof navigator.share === 'function';
  const copy = (): Promise<void> => copyText(shared().url);

  return {
    copyResult,
    canShare,
    copy,
    async share(): Promise<void> {
      if (!canShare) return copy();
      try {
        await navigator.share(shared());
      } catch (error) {
        // Closing the sheet is a decision. After any other error, the link is copied instead.
        if ((error as DOMException).name !== 'AbortError') await copy();
      }
    },
  };
}
