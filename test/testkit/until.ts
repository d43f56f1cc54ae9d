import { PATIENCE_MS } from './patience.js';

/**
 * Waits for a fact: calls `fact` until it returns something other than undefined, null or false.
 * @returns what `fact` returned
 * @throws Error naming the fact if it does not come true within PATIENCE_MS
 */
export async function until<T>(
  what: string,
  fact: () => T | Promise<T>,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await fact();
    if (value !== undefined && value !== null && value !== false)
      return value as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
