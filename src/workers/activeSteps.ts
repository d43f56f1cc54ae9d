import { AsyncLocalStorage } from 'node:async_hooks';
import { Turns } from '../limits/turns.js';
import type { StepHandler } from '../queue/jobs.js';

const turnsOfStep = new AsyncLocalStorage<Turns>();

/**
 * Limits how many steps are active at once. A step that waits within `stepAside` is not active. In a process
 * that also serves requests, a backlog of steps would otherwise take most turns of the event loop.
 * @returns applies the limit to a handler; all handlers share the turns
 */
export function limitActiveSteps(most: number): <T>(handler: StepHandler<T>) => StepHandler<T> {
  const turns = new Turns(most);
  return (handler) => (payload, attempt) =>
    turns.run(() => turnsOfStep.run(turns, () => handler(payload, attempt)));
}

/** Lets another step be active while this one waits for something else than this process. */
export async function stepAside<T>(wait: () => Promise<T>): Promise<T> {
  const turns = turnsOfStep.getStore();
  if (turns === undefined) return wait();
  turns.giveBack();
  try {
    return await wait();
  } finally {
    await turns.take();
  }
}
