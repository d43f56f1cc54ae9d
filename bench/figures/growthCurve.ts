import { sideBySide } from './sideBySide.js';

/** What one costs at some sizes of the work. */
export interface Curve {
  label: string;
  /** In ascending order of size, with milliseconds of each round. */
  points: { size: number; ms: number[] }[];
  /** Of each round: the cost at the largest size divided by the lowest. */
  largestByLowest: number[];
}

/** A cost that falls by less than this share is no longer falling. */
const FALL = 0.03;
const STEADY_RUNS = 3;

/** Warms up: measures again and again until the cost has stopped falling, as it does once all code in use is compiled. */
export async function settle(cost: () => Promise<number>): Promise<void> {
  let lowest = Infinity;
  for (let steady = 0; steady < STEADY_RUNS;) {
    const ms = await cost();
    process.stderr.write(`warming up: ${ms.toFixed(3)} ms\n`);
    steady = ms < lowest * (1 - FALL) ? 0 : steady + 1;
    lowest = Math.min(lowest, ms);
  }
}

/**
 * Measures the cost at each size once a round, in turns, so that nothing that changes with time looks like growth.
 * @param costs by size, in ascending order, warmed up: each call measures the milliseconds of one
 */
export async function measureCurve(
  label: string,
  costs: Map<number, () => Promise<number>>,
  rounds: number,
): Promise<Curve> {
  const contenders = [...costs].map(([size, cost]) => ({
    name: `${label}: ${size}`,
    run: async () => ({ ms: await cost() }),
  }));
  const measured = await sideBySide(contenders, rounds);
  const points = [...costs.keys()].map((size, index) => ({
    size,
    ms: measured[index]?.rounds.map(({ ms = Number.NaN }) => ms) ?? [],
  }));
  const largestByLowest = Array.from({ length: rounds }, (_, round) => {
    const ofRound = points.map(({ ms }) => ms[round] ?? Number.NaN);
    return (ofRound.at(-1) ?? Number.NaN) / Math.min(...ofRound);
  });
  return { label, points, largestByLowest };
}
