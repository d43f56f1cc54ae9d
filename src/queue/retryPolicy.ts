/** How a job that failed is tried again. Delays double from `delaySeconds` up to `maxDelaySeconds`. */
export interface RetryPolicy {
  limit: number;
  delaySeconds: number;
  maxDelaySeconds: number;
}

/** About an hour in all: a model that is down for lunch costs nobody their persona. A killed worker uses up one try. */
export const patientRetries: RetryPolicy = { limit: 20, delaySeconds: 1, maxDelaySeconds: 300 };
