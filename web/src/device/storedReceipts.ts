import type { Locale } from '../api/generated/schema';
import type { AxisScore } from '../ui/gem/traitGem';
import { jsonStorage } from './jsonStorage';

/** A receipt as this device stores it, with enough to say who the survey is about. */
export interface StoredReceipt {
  slug: string;
  receipt: string;
  ownerName: string;
  locale: Locale;
  /** How the friend sees the owner. Made from the answers on this device, and never sent. */
  gem?: AxisScore[];
}

const PREFIX = 'mirai.receipt.';

/**
 * The receipts of the surveys answered on this device. Each has its own key, so that two tabs do not
 * overwrite each other's.
 */
export const storedReceipts = {
  of(slug: string): StoredReceipt | null {
    const raw = jsonStorage.read(PREFIX + slug);
    return isStoredReceipt(raw) ? raw : null;
  },
  all: (): StoredReceipt[] => jsonStorage.keys(PREFIX).map(jsonStorage.read).filter(isStoredReceipt),
  store: (receipt: StoredReceipt): void => jsonStorage.write(PREFIX + receipt.slug, receipt),
  /** To be called when a response is withdrawn: its survey can then be answered again. */
  forget(receipt: string): void {
    for (const key of jsonStorage.keys(PREFIX)) {
      const raw = jsonStorage.read(key);
      if (isStoredReceipt(raw) && raw.receipt === receipt) jsonStorage.forget(key);
    }
  },
  follow: (onChange: () => void): (() => void) =>
    jsonStorage.follow((key) => key.startsWith(PREFIX), onChange),
};

const isStoredReceipt = (raw: unknown): raw is StoredReceipt =>
  typeof raw === 'object' && raw !== null && typeof (raw as Partial<StoredReceipt>).receipt === 'string';
