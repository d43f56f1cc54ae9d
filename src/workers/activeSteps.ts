import { AsyncLocalStorage } from 'node:async_hooks';
import type { StepHandler } from '../queue/jobs.js';

/** Places for steps, given out in the order of asking. */
class Places {
  readonly #waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.free += 1;
    else next();
  }
}

const placesOfStep = new AsyncLocalStorage<Places>();

/**
 * Limits how many steps are active at once. A step that waits within `stepAside` is not active. In a process
 * that also serves requests, a backlog of steps would otherwise take most turns of the event loop.
 * @returns applies the limit to a handler; all handlers share the places
 */
export function limitActiveSteps(most: number): <T>(handler: StepHandler<T>) => StepHandler<T> {
  const places = new Places(most);
  return (handler) => async (payload, attempt) => {
    await places.take();
    try {
      await placesOfStep.run(places, () => handler(payload, attempt));
    } finally {
      places.giveBack();
    }
  };
}

/** Lets another step be active while this one waits for something else than this process. */
export async function stepAside<T>(wait: () => Promise<T>): Promise<T> {
  const places = placesOfStep.getStore();
  if (places === undefined) return wait();
  places.giveBack();
  try {
    return await wait();
  } finally {
    await places.take();
  }
}
