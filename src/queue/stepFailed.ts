/**
 * Ends a try of a job. The reason is shown to the owner: no secrets.
 * `hopeless`: trying again by itself is useless, the job goes to the dead letter at once.
 * `retryable`: the owner may try again later, because the world can change (a key is mended, credit is bought).
 */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
  readonly hopeless: boolean;
  readonly retryable: boolean;

  constructor(
    readonly reason: string,
    options: { hopeless?: boolean; retryable?: boolean; cause?: unknown } = {},
  ) {
    super(reason, { cause: options.cause });
    this.hopeless = options.hopeless ?? false;
    this.retryable = options.retryable ?? true;
  }
}

/** What a failed try leaves in the queue, and what the dead letter reads from it. */
export interface FailureReport {
  reason: string;
  retryable: boolean;
}
