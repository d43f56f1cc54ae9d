import type { Behaviour, StandInPath } from './behaviour.js';

/** The scripted behaviours of the next calls, in order. */
export class StandInScript {
  #entries: { behaviour: Behaviour; left: number }[] = [];

  add(behaviour: Behaviour): void {
    this.#entries.push({ behaviour, left: behaviour.times ?? 1 });
  }

  /** Clears the script. */
  clear(): void {
    this.#entries = [];
  }

  next(path: StandInPath): Behaviour | null {
    const entry = this.#entries.find(({ behaviour, left }) => behaviour.path === path && left > 0);
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.behaviour;
  }
}
