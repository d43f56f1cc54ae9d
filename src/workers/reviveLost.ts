import type { Services } from '../context.js';
import { requeueOrphanedReplies } from './reviveLostReplies.js';
import { requeueOrphanedSteps } from './reviveLostSteps.js';

const LOOK_EVERY_MS = 30_000;

/**
 * Looks for work without a job, now and every 30 seconds, and sends a new one.
 * @returns disposing it stops the search
 */
export function requeueOrphans(services: Services): AsyncDisposable {
  const look = async (): Promise<void> => {
    try {
      await requeueOrphanedSteps(services);
      await requeueOrphanedReplies(services);
    } catch (error) {
      services.log.warn({ error }, 'search for lost work failed');
    }
  };
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // Skipped while the previous search still runs, so that searches do not pile up on a slow database.
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
