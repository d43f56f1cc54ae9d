const lines = new Map<string, Promise<unknown>>();

/**
 * Runs work of one key in this process one after the other. Work that waits for a row's lock holds a connection while it
 * does: a burst on one conversation would leave none for anybody else.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(key);
  // Whether the one before succeeded is its own caller's matter.
  const running = before === undefined ? work() : before.then(work, work);
  lines.set(key, running);
  try {
    return await running;
  } finally {
    if (lines.get(key) === running) lines.delete(key);
  }
}
