import type { Services } from '../context.js';
import { reviveLostReplies } from './reviveLostReplies.js';
import { reviveLostSteps } from './reviveLostSteps.js';

const LOOK_EVERY_MS = 30_000;

/** Looks for work that lost its job, now and every half a minute. @returns ends the looking */
export function reviveLost(services: Services): AsyncDisposable {
  const tick = async (): Promise<void> => {
    try {
      await reviveLostSteps(services);
      await reviveLostReplies(services);
    } catch (error) {
      services.log.warn({ error }, 'lost work could not be looked for');
    }
  };
  // At the start too: whatever happened while nobody worked.
  let looking = tick();
  const timer = setInterval(() => void (looking = tick()), LOOK_EVERY_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await looking;
    },
  };
}
