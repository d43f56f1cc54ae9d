import { UpstreamError } from '../ai/ports.js';
import { StepFailed } from '../queue/stepFailed.js';

/** Runs a model call within a step. A permanent error ends the step; a temporary one causes a retry. */
export async function callModel<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof UpstreamError) {
      const { retryable, needsOperator: mendable } = error;
      throw new StepFailed(error.message, {
        hopeless: !retryable,
        retryable: retryable || mendable,
        cause: error,
      });
    }
    throw error;
  }
}
