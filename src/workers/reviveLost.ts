import type { Services } from '../context.js';
import { reviveLostReplies } from './reviveLostReplies.js';
import { reviveLostSteps } from './reviveLostSteps.js';

const LOOK_EVERY_MS = 30_000;

/** Looks for work that lost its job, now and every half a minute. @returns ends the looking */
export function reviveLost(services: Services): AsyncDisposable {
  const look = async (): Promise<void> => {
    try {
      await reviveLostSteps(services);
      await reviveLostReplies(services);
    } catch (error) {
      services.log.warn({ error }, 'lost work could not be looked for');
    }
  };
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // A tick is skipped while the one before it still runs: slow looks must not pile up on a slow database.
    running ??= look().finally(() => (running = undefined));
  };
  // Also at the start, for work that lost its job while no worker ran.
  tick();
  const timer = setInterval(tick, LOOK_EVERY_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}
