/** Something that was said and that the server may not have. */
export interface Kept {
  /** Sent again with the same key, it counts once. */
  clientKey: string;
  text: string;
  /** When it was said, milliseconds since 1970: the order to send in. */
  at: number;
}

/** The part of localStorage that is needed. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const parsed = (text: string | null): Kept | null => {
  try {
    const one = JSON.parse(text ?? 'null') as Partial<Kept> | null;
    return typeof one?.clientKey === 'string' && typeof one.text === 'string'
      ? { clientKey: one.clientKey, text: one.text, at: Number(one.at) || 0 }
      : null;
  } catch {
    // Somebody else's words under our key were never said here.
    return null;
  }
};

/**
 * Keeps on the device what was said to one mirror until the server has it. Each entry has a key of its own in the storage, so
 * that tabs that write at once do not overwrite one another.
 */
export function openOutbox(storage: Keeping, personaId: string) {
  const prefix = `mirai.chat.outbox.${personaId}.`;
  return {
    /** In the order in which it was said. */
    all(): Kept[] {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      return keys
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => parsed(storage.getItem(key)) ?? [])
        .sort((one, other) => one.at - other.at);
    },
    /** @returns false where the device keeps nothing: it is full, or does not want to */
    keep(entry: Kept): boolean {
      try {
        storage.setItem(prefix + entry.clientKey, JSON.stringify(entry));
        return true;
      } catch {
        // It is sent all the same; only a reload would forget it.
        return false;
      }
    },
    forget: (clientKey: string): void => storage.removeItem(prefix + clientKey),
  };
}
