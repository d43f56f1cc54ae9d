import type { Ref } from 'vue';
import { useCopy } from './useCopy';

/** What is shared, in the format of the device's share sheet. */
interface SharedLink {
  url: string;
  title?: string;
  /** Accompanies the link, in the language of its readers. */
  text?: string;
}

/** Whether the device's share sheet takes pictures. */
export const canShareFile = (file: File): boolean =>
  typeof navigator.share === 'function' &&
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [file] });

/** Hands a picture to the device's share sheet. The file must have been loaded before the tap. */
export async function shareFile(file: File): Promise<void> {
  try {
    await navigator.share({ files: [file] });
  } catch (error) {
    // Closing the sheet is a decision.
    if ((error as DOMException).name !== 'AbortError') throw error;
  }
}

/**
 * Shares a link by the device's share sheet, else by the clipboard, else by hand.
 * @param field shows the link
 */
export function useShareLink(shared: () => SharedLink, field?: Readonly<Ref<HTMLInputElement | null>>) {
  const { copyResult, copy: copyText } = useCopy(field);
  const canShare = typeof navigator.share === 'function';
  const copy = (): Promise<void> => copyText(shared().url);

  async function give(data: ShareData): Promise<void> {
    if (!canShare) return copy();
    try {
      await navigator.share(data);
    } catch (error) {
      // Closing the sheet is a decision. After any other error, the link is copied instead.
      if ((error as DOMException).name !== 'AbortError') await copy();
    }
  }

  return {
    copyResult,
    canShare,
    copy,
    share: (): Promise<void> => give(shared()),
    /** Shares a picture with the link, if the device can hand over pictures. The file must have been loaded before the tap. */
    shareWith(file: File): Promise<void> {
      const { url, title, text } = shared();
      // Apps that take a picture drop the address beside it, so it is part of the text.
      const data: ShareData = { files: [file], title, text: text === undefined ? url : `${text}\n${url}` };
      return give(canShareFile(file) ? data : shared());
    },
  };
}
