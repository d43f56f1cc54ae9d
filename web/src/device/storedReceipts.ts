import type { Locale } from '../api/generated/schema';
import { jsonStorage } from './jsonStorage';

/** A receipt as this device stores it, with enough to say who the survey is about. */
export interface StoredReceipt {
  slug: string;
  receipt: string;
  ownerName: string;
  locale: Locale;
}

const PREFIX = 'mirai.receipt.';

const isKept = (raw: unknown): raw is StoredReceipt =>
  typeof raw === 'object' && raw !== null && typeof (raw as Partial<StoredReceipt>).receipt === 'string';

/**
 * The receipts of the surveys answered on this device. Each has its own key, so that two tabs do not
 * overwrite each other's.
 */
export const storedReceipts = {
  of(slug: string): StoredReceipt | null {
    const raw = jsonStorage.read(PREFIX + slug);
    return isKept(raw) ? raw : null;
  },
  all: (): StoredReceipt[] => jsonStorage.keys(PREFIX).map(jsonStorage.read).filter(isKept),
  keep: (kept: StoredReceipt): void => jsonStorage.write(PREFIX + kept.slug, kept),
  /** To be called when a response is withdrawn: its survey can then be answered again. */
  forget(receipt: string): void {
    for (const key of jsonStorage.keys(PREFIX)) {
      const raw = jsonStorage.read(key);
      if (isKept(raw) && raw.receipt === receipt) jsonStorage.forget(key);
    }
  },
  follow: (onChange: () => void): (() => void) =>
    jsonStorage.follow((key) => key.startsWith(PREFIX), onChange),
};
