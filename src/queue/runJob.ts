import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import type { Job } from './jobs.js';
import { type FailureReport, StepFailed } from './stepFailed.js';

/** One attempt at a job. `signal` is aborted when the job expires or is lost, or the worker stops. */
export interface Attempt {
  jobId: string;
  /** 1 for the first attempt. */
  number: number;
  signal: AbortSignal;
  /** Set for a dead letter: the name of the failed job and the reason. */
  failed: { job: string; report: FailureReport } | null;
}

/**
 * Returning means success. Throwing means a retry, or the dead letter for a hopeless StepFailed. A job runs
 * at least once, so every write needs a fence.
 */
export type StepHandler<T> = (payload: T, attempt: Attempt) => Promise<void>;

const UNEXPECTED: FailureReport = { reason: 'Something went wrong on our side.', retryable: true };

/**
 * Runs one job and reports the outcome. Stores only reasons worded for the owner, because an error may
 * contain secrets.
 */
export async function runJob<T extends object>(
  job: Job<T>,
  fetched: JobWithMetadata<object>,
  handler: StepHandler<T>,
  log: Logger,
): Promise<JobResult> {
  const started = performance.now();
  const context = { job: job.name, jobId: fetched.id, attempt: fetched.retryCount + 1 };
  try {
    const payload = parsePayload(job, fetched.data);
    await handler(payload, {
      jobId: fetched.id,
      number: fetched.retryCount + 1,
      signal: fetched.signal,
      failed: failureOf(fetched),
    });
    log.info({ ...context, ms: Math.round(performance.now() - started) }, 'job done');
    return { id: fetched.id, status: 'completed' };
  } catch (error) {
    const hopeless = error instanceof StepFailed && error.hopeless;
    log.warn({ ...context, hopeless, error }, 'job failed');
    const report: FailureReport =
      error instanceof StepFailed ? { reason: error.reason, retryable: error.retryable } : UNEXPECTED;
    return { id: fetched.id, status: hopeless ? 'deadletter' : 'failed', output: report };
  }
}

/** An invalid payload is hopeless: a retry cannot fix it. */
function parsePayload<T>(job: Job<T>, data: unknown): T {
  const parsed = job.payload.safeParse(data);
  if (!parsed.success) throw new StepFailed(UNEXPECTED.reason, { hopeless: true, cause: parsed.error });
  return parsed.data;
}

/** Falls back to a general report, because a worker that is killed on every attempt leaves none. */
function failureOf(fetched: JobWithMetadata<object>): Attempt['failed'] {
  if (fetched.sourceName === null) return null;
  const output = fetched.sourceOutput as Partial<FailureReport> | null;
  const report =
    typeof output?.reason === 'string' && typeof output.retryable === 'boolean'
      ? { reason: output.reason, retryable: output.retryable }
      : UNEXPECTED;
  return { job: fetched.sourceName, report };
}
