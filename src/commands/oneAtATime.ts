const queues = new Map<string, Promise<unknown>>();

/**
 * Runs work with the same key one at a time in this process. Work that waits for a row lock holds a
 * connection, so a burst on one conversation would leave no connection for others.
 */
export async function runSerially<T>(key: string, work: () => Promise<T>): Promise<T> {
  const previous = queues.get(key);
  // Runs whether or not the previous work succeeded.
  const running = previous === undefined ? work() : previous.then(work, work);
  queues.set(key, running);
  try {
    return await running;
  } finally {
    if (queues.get(key) === running) queues.delete(key);
  }
}
