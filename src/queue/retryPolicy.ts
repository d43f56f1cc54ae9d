/** How a failed job is retried. Delays double from `delaySeconds` up to `maxDelaySeconds`. */
export interface RetryPolicy {
  limit: number;
  delaySeconds: number;
  maxDelaySeconds: number;
}

/** About an hour in total, to outlast a model outage. A killed worker uses up one retry. */
export const defaultRetries: RetryPolicy = { limit: 20, delaySeconds: 1, maxDelaySeconds: 300 };
