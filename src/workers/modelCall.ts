import { UpstreamError } from '../ai/ports.js';
import { StepFailed } from '../queue/stepFailed.js';

/** A model call inside a step: what the provider refuses for good ends the step, what it may yet answer is tried again. */
export async function modelCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof UpstreamError) {
      const { retryable, mendable } = error;
      throw new StepFailed(error.message, {
        hopeless: !retryable,
        retryable: retryable || mendable,
        cause: error,
      });
    }
    throw error;
  }
}
