/** What the browser refused to keep (private windows, a full disk) lives as long as the page. */
const unkept = new Map<string, string>();

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    // Somebody else's words under our key are nothing of ours.
    return null;
  }
}

/** Small things that this device keeps, as JSON, in all of its tabs. */
export const deviceStore = {
  /** @returns null where there is nothing */
  read: (key: string): unknown => parsed(unkept.get(key) ?? localStorage.getItem(key)),
  write(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      localStorage.setItem(key, text);
      unkept.delete(key);
    } catch {
      // The person is in the middle of answering: this page at least remembers.
      unkept.set(key, text);
    }
  },
  forget(key: string): void {
    unkept.delete(key);
    localStorage.removeItem(key);
  },
  /** The keys that begin so. */
  keys: (prefix: string): string[] =>
    [...Object.keys(localStorage), ...unkept.keys()].filter((key) => key.startsWith(prefix)),
  /** Tells of changes that other tabs make. @returns ends it */
  follow(isMine: (key: string) => boolean, onChange: () => void): () => void {
    const listen = ({ key }: StorageEvent): void => {
      if (key === null || isMine(key)) onChange();
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  },
};
