/**
 * Waits for a fact: asks again until `fact` answers something else than undefined, null or false.
 * @throws Error naming what did not come true within `seconds`
 */
export async function until<T>(
  what: string,
  fact: () => T | Promise<T>,
  seconds = 20,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await fact();
    if (value !== undefined && value !== null && value !== false)
      return value as Exclude<T, undefined | null | false>;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
