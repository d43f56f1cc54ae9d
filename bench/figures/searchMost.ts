/** What one try found out. */
interface Tried {
  keepsPace: boolean;
}

/**
 * Looks for the largest number that still works: doubles until it does not, then halves the gap twice.
 * @param deadline by performance.now(); no try begins after it
 * @returns all tries, and the largest number that worked (0 if none did)
 */
export async function searchMost<T extends Tried>(
  start: number,
  attempt: (number: number) => Promise<T>,
  deadline: number,
): Promise<{ most: number; tries: T[] }> {
  const tries: T[] = [];
  let good = 0;
  let bad = Infinity;
  const look = async (number: number): Promise<void> => {
    const tried = await attempt(number);
    tries.push(tried);
    if (tried.keepsPace) good = number;
    else bad = number;
  };
  for (let number = start; bad === Infinity && performance.now() < deadline; number *= 2) await look(number);
  for (let halving = 0; bad !== Infinity && halving < 2 && performance.now() < deadline; halving += 1)
    await look(Math.round((good + bad) / 2));
  return { most: good, tries };
}
