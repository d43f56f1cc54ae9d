import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import { failActiveSpan, noteOnSpan } from '../telemetry/spans.js';
import type { JobOutcome } from '../telemetry/workMetrics.js';
import type { Attempt, FailureReport, Job, StepHandler } from './jobs.js';

/** How a failed job is retried. Delays double from `delaySeconds` up to `maxDelaySeconds`. */
export interface RetryPolicy {
  limit: number;
  delaySeconds: number;
  maxDelaySeconds: number;
}

/** About an hour in total, to outlast a model outage. A killed worker uses up one retry. */
export const defaultRetries: RetryPolicy = { limit: 20, delaySeconds: 1, maxDelaySeconds: 300 };

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

/**
 * Ends an attempt because this process is stopping. Another worker continues at once, without the delay of a
 * failed attempt.
 */
export class StepHandedBack extends Error {
  override readonly name = 'StepHandedBack';
}

/** The report on an error without a reason worded for the owner. */
export const UNEXPECTED_FAILURE: FailureReport = {
  reason: 'Something went wrong on our side.',
  retryable: true,
};

/** Receives how long an attempt at a job took and how it ended. */
export type OnJobEnd = (job: string, outcome: JobOutcome, seconds: number) => void;

/**
 * Runs one job and reports the outcome. Stores only reasons worded for the owner, because an error may
 * contain secrets.
 * @param on `handBack` ends the attempt and makes the next one due at once
 */
export async function runJob<T extends object>(
  job: Job<T>,
  fetched: JobWithMetadata<object>,
  handler: StepHandler<T>,
  on: { handBack: (job: JobWithMetadata<object>) => Promise<void>; end: OnJobEnd },
  log: Logger,
): Promise<JobResult> {
  const started = performance.now();
  const ended = (outcome: JobOutcome): void => {
    noteOnSpan({ 'mirai.job.outcome': outcome });
    on.end(job.name, outcome, (performance.now() - started) / 1_000);
  };
  const context = { job: job.name, jobId: fetched.id, attempt: fetched.retryCount + 1 };
  try {
    fetched.signal.throwIfAborted();
    const payload = parsePayload(job, fetched.data);
    await handler(payload, {
      jobId: fetched.id,
      number: fetched.retryCount + 1,
      signal: fetched.signal,
      sentAt: fetched.sourceCreatedOn ?? fetched.createdOn,
      failed: failureOf(fetched),
    });
    ended('done');
    log.info({ ...context, ms: Math.round(performance.now() - started) }, 'job done');
    return { id: fetched.id, status: 'completed' };
  } catch (error) {
    if (error instanceof StepHandedBack) {
      ended('handed_back');
      await on.handBack(fetched);
      log.info(context, 'job handed back');
      // The attempt has ended already, so this result changes nothing.
      return { id: fetched.id, status: 'failed' };
    }
    const hopeless = error instanceof StepFailed && error.hopeless;
    ended(hopeless ? 'dead' : 'failed');
    failActiveSpan(error);
    log.warn({ ...context, hopeless, error }, 'job failed');
    return { id: fetched.id, status: hopeless ? 'deadletter' : 'failed', output: reportOn(error) };
  }
}

/** What may be stored and shown of an error. */
export const reportOn = (error: unknown): FailureReport =>
  error instanceof StepFailed ? { reason: error.reason, retryable: error.retryable } : UNEXPECTED_FAILURE;

/** An invalid payload is hopeless: a retry cannot fix it. */
function parsePayload<T>(job: Job<T>, data: unknown): T {
  const parsed = job.payload.safeParse(data);
  if (!parsed.success)
    throw new StepFailed(UNEXPECTED_FAILURE.reason, { hopeless: true, cause: parsed.error });
  return parsed.data;
}

/** Falls back to a general report, because a worker that is killed on every attempt leaves none. */
function failureOf(fetched: JobWithMetadata<object>): Attempt['failed'] {
  if (fetched.sourceName === null) return null;
  const output = fetched.sourceOutput as Partial<FailureReport> | null;
  const report =
    typeof output?.reason === 'string' && typeof output.retryable === 'boolean'
      ? { reason: output.reason, retryable: output.retryable }
      : UNEXPECTED_FAILURE;
  return { job: fetched.sourceName, report };
}
