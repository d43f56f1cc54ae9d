import type { Behaviour, StandInPath } from './behaviour.js';

/** What the next calls do, in the order it was told. */
export class StandInScript {
  #told: { behaviour: Behaviour; left: number }[] = [];

  tell(behaviour: Behaviour): void {
    this.#told.push({ behaviour, left: behaviour.times ?? 1 });
  }

  /** Back to answering well. */
  forget(): void {
    this.#told = [];
  }

  next(path: StandInPath): Behaviour | null {
    const entry = this.#told.find(({ behaviour, left }) => behaviour.path === path && left > 0);
    if (entry === undefined) return null;
    entry.left -= 1;
    return entry.behaviour;
  }
}
