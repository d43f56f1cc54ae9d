import type { Locale } from '../graphql/generated/schema';
import { deviceStore } from './deviceStore';

/** A receipt as this device stores it, with enough to say who the survey is about. */
export interface KeptReceipt {
  slug: string;
  receipt: string;
  ownerName: string;
  locale: Locale;
}

const PREFIX = 'mirai.receipt.';

const isKept = (raw: unknown): raw is KeptReceipt =>
  typeof raw === 'object' && raw !== null && typeof (raw as Partial<KeptReceipt>).receipt === 'string';

/**
 * The receipts of the surveys answered on this device. Each has its own key, so that two tabs do not
 * overwrite each other's.
 */
export const keptReceipts = {
  of(slug: string): KeptReceipt | null {
    const raw = deviceStore.read(PREFIX + slug);
    return isKept(raw) ? raw : null;
  },
  all: (): KeptReceipt[] => deviceStore.keys(PREFIX).map(deviceStore.read).filter(isKept),
  keep: (kept: KeptReceipt): void => deviceStore.write(PREFIX + kept.slug, kept),
  /** To be called when a response is withdrawn: its survey can then be answered again. */
  forget(receipt: string): void {
    for (const key of deviceStore.keys(PREFIX)) {
      const raw = deviceStore.read(key);
      if (isKept(raw) && raw.receipt === receipt) deviceStore.forget(key);
    }
  },
  follow: (onChange: () => void): (() => void) =>
    deviceStore.follow((key) => key.startsWith(PREFIX), onChange),
};
