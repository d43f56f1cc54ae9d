import { setTimeout as wait } from 'node:timers/promises';
import type { SeededRandom } from '../../stand-ins/openai/author/seededRandom.js';
import type { ChaosStage } from './stage.js';

/**
 * Something that goes wrong, for a while, and is over when it returns. A killed process counts as over at once: what
 * follows is recovery.
 * @returns what exactly was done
 */
export type Fault = (stage: ChaosStage, random: SeededRandom) => Promise<string>;

/** A fault that happened. `end`: milliseconds since the epoch. */
export interface FaultRecord {
  kind: string;
  end: number;
}

/** Picks faults by a seed and lets one after the other happen, with pauses, until `signal` is aborted. */
export async function haunt(
  stage: ChaosStage,
  faults: Record<string, Fault>,
  options: {
    random: SeededRandom;
    /** Seconds between a fault's end and the next fault, from and to. */
    pause: [number, number];
    /** How many faults happen at most. */
    most: number;
    signal: AbortSignal;
    say: (line: string) => void;
  },
): Promise<FaultRecord[]> {
  const { random, pause, most, signal, say } = options;
  const records: FaultRecord[] = [];
  let deck: string[] = [];
  while (!signal.aborted && records.length < most) {
    // Every kind comes once before any comes again.
    if (deck.length === 0) deck = shuffled(Object.keys(faults), random);
    const kind = deck.pop()!;
    say(`fault ${records.length + 1}: ${kind}`);
    const done = await faults[kind]!(stage, random);
    say(`  over: ${done}`);
    records.push({ kind, end: Date.now() });
    await wait(random.between(...pause) * 1000, undefined, { signal }).catch(() => undefined);
  }
  return records;
}

function shuffled(kinds: string[], random: SeededRandom): string[] {
  const keys = new Map(kinds.map((kind) => [kind, random.next()]));
  return kinds.toSorted((a, b) => keys.get(a)! - keys.get(b)!);
}
