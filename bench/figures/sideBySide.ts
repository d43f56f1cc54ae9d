import { type Spread, spreadOf } from './goals.js';

/** One of several that do the same work. */
export interface Contender {
  name: string;
  /** Works for a while. @returns figures by name, such as requests per second */
  run(): Promise<Record<string, number>>;
}

/** What a contender did in each round. */
export interface Measured {
  name: string;
  rounds: Record<string, number>[];
}

/**
 * Lets contenders work one after the other, in several rounds, so that all of them meet the same disturbances of the
 * machine. Each round begins with another one.
 */
export async function sideBySide(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const measured = contenders.map(({ name }): Measured => ({ name, rounds: [] }));
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (round + turn) % contenders.length;
      const [contender, entry] = [contenders[index], measured[index]];
      if (contender === undefined || entry === undefined) continue;
      const figures = await contender.run();
      entry.rounds.push(figures);
      const shown = Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`);
      process.stderr.write(`round ${round + 1} of ${rounds}, ${contender.name}: ${shown.join(', ')}\n`);
    }
  return measured;
}

/** A figure of a contender over all rounds. */
export const figureOf = ({ rounds }: Measured, name: string): Spread =>
  spreadOf(rounds.map((round) => round[name] ?? Number.NaN));

/** The ratio of one contender's figure to another's in the same round. */
export const ratioOf = (one: Measured, other: Measured, name: string): Spread =>
  spreadOf(one.rounds.map((round, index) => (round[name] ?? NaN) / (other.rounds[index]?.[name] ?? NaN)));
