/** Ends a job. `hopeless` ones go to the dead letter at once, the others are tried again. The reason is shown to the owner: no secrets. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  constructor(
    readonly reason: string,
    readonly hopeless: boolean,
    options?: { cause?: unknown },
  ) {
    super(reason, options);
  }
}

/** What a failed try leaves in the queue, and what the dead letter reads from it. */
export interface FailureReport {
  reason: string;
  retryable: boolean;
}
