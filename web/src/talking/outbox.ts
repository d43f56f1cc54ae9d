import { parseStored } from '../device/keeping';
import type { storage } from '../device/storage';

/** Something that was said and that the server may not have. */
export interface Kept {
  /** Sent again with the same key, it counts once. */
  clientKey: string;
  text: string;
  /** When it was said, milliseconds since 1970: the order to send in. */
  at: number;
}

/** The part of the device's storage that is needed. */
export type Keeping = Pick<typeof storage, 'get' | 'set' | 'remove' | 'keys'>;

const parsed = (text: string | null): Kept | null => {
  const one = parseStored(text) as Partial<Kept> | null;
  return typeof one?.clientKey === 'string' && typeof one.text === 'string'
    ? { clientKey: one.clientKey, text: one.text, at: Number(one.at) || 0 }
    : null;
};

/**
 * Keeps on the device what was said to one mirror until the server has it. Each entry has a key of its own in the storage, so
 * that tabs that write at once do not overwrite one another.
 */
export function openOutbox(device: Keeping, personaId: string) {
  const prefix = `mirai.chat.outbox.${personaId}.`;
  return {
    /** In the order in which it was said. */
    all(): Kept[] {
      return device
        .keys(prefix)
        .flatMap((key) => parsed(device.get(key)) ?? [])
        .sort((one, other) => one.at - other.at);
    },
    keep: (entry: Kept): void => void device.set(prefix + entry.clientKey, JSON.stringify(entry)),
    forget: (clientKey: string): void => device.remove(prefix + clientKey),
  };
}
