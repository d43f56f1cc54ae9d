import { parseStored, type storage } from '../../../device/storage';

/** A message that was submitted and that the server may not have. */
export interface OutboxMessage {
  /** A message that is sent again with the same key counts once. */
  clientKey: string;
  text: string;
  /** When it was submitted, in milliseconds since 1970. Messages are sent in this order. */
  at: number;
}

/** The part of the device's storage that the outbox needs. */
export type OutboxStorage = Pick<typeof storage, 'get' | 'set' | 'remove' | 'keys'>;

/**
 * Stores messages to one persona on the device until the server has them. Each entry has its own storage key,
 * so that tabs that write at the same time do not overwrite each other.
 */
export function openMessageOutbox(device: OutboxStorage, personaId: string) {
  const prefix = `mirai.chat.outbox.${personaId}.`;
  return {
    /** All entries, in the order in which they were submitted. */
    all(): OutboxMessage[] {
      return device
        .keys(prefix)
        .flatMap((key) => parseEntry(device.get(key)) ?? [])
        .sort((one, other) => one.at - other.at);
    },
    store: (entry: OutboxMessage): void => void device.set(prefix + entry.clientKey, JSON.stringify(entry)),
    forget: (clientKey: string): void => device.remove(prefix + clientKey),
  };
}

/** @returns null for a value that is not ours */
const parseEntry = (text: string | null): OutboxMessage | null => {
  const one = parseStored(text) as Partial<OutboxMessage> | null;
  return typeof one?.clientKey === 'string' && typeof one.text === 'string'
    ? { clientKey: one.clientKey, text: one.text, at: Number(one.at) || 0 }
    : null;
};
