import type { HttpDependencies } from '../dependencies.js';
import { createPrepareSubscription } from './prepareSubscription.js';
import { createSubscriptionRunner } from './runSubscription.js';

/** Subscriptions, as both transports run them: what they prepare and encode is shared. */
export const createSubscriptions = (dependencies: HttpDependencies) => ({
  prepare: createPrepareSubscription(dependencies),
  run: createSubscriptionRunner(dependencies.log),
});

export type Subscriptions = ReturnType<typeof createSubscriptions>;
