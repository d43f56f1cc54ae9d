/** The result of one attempt. */
interface Attempt {
  keepsPace: boolean;
}

/**
 * Searches for the largest number that works: doubles until one fails, then halves the gap twice.
 * @param deadline in terms of performance.now(); no attempt begins after it
 * @returns all attempts, and the largest number that worked (0 if none did)
 */
export async function searchMaximum<T extends Attempt>(
  start: number,
  attempt: (number: number) => Promise<T>,
  deadline: number,
): Promise<{ most: number; tries: T[] }> {
  const tries: T[] = [];
  let good = 0;
  let bad = Infinity;
  const run = async (number: number): Promise<void> => {
    const result = await attempt(number);
    tries.push(result);
    if (result.keepsPace) good = number;
    else bad = number;
  };
  for (let number = start; bad === Infinity && performance.now() < deadline; number *= 2) await run(number);
  for (let halving = 0; bad !== Infinity && halving < 2 && performance.now() < deadline; halving += 1)
    await run(Math.round((good + bad) / 2));
  return { most: good, tries };
}
