/**
 * Fails an attempt at a job. The reason is shown to the owner and must not contain secrets. `hopeless`:
 * automatic retries are useless, so the job goes to the dead letter at once. `retryable`: the owner may retry
 * later, because the cause can be fixed (a key is replaced, credit is bought).
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

/** What a failed attempt stores in the queue for the dead letter to read. */
export interface FailureReport {
  reason: string;
  retryable: boolean;
}
