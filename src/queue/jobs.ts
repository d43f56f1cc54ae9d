import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { patience } from '../modelSettings.js';

/** A job's name, payload schema and limits. Payloads contain ids only. */
export interface Job<T> {
  name: string;
  payload: z.ZodType<T>;
  /** After it another worker takes over. */
  expireInSeconds: number;
  /** How many run at once in one process. High, because model calls mostly wait. */
  width: number;
  /** Set if the job gets fewer retries than the queue's retry policy allows. */
  retryLimit?: number;
  /** Set if the queue sends the job by itself: a cron expression, in UTC. Its payload is empty. */
  cron?: string;
}

/** For what a job does beside its model calls: moderation, pictures, the database. */
const OTHER_WORK_SECONDS = 120;

/** Seconds in which a job that makes this many model calls ends, if each takes as long as it may. */
const expiryOf = ({ calls, tries }: { calls: number; tries: number }): number =>
  calls * (tries * patience.callSeconds + patience.waits * patience.waitSeconds + patience.outageSeconds) +
  OTHER_WORK_SECONDS;

const sagaStep = z.object({
  versionId: z.uuid(),
  generation: z.int(),
  /**
   * When the saga began, in milliseconds, if that is not when its job was sent: for the steps after the first, and where it
   * waited for the next day. For its duration in the metrics alone.
   */
  begunAt: z.int().optional(),
});

/** A saga step's payload: a version of a persona and the fence that the version must still have. */
export type SagaStep = z.infer<typeof sagaStep>;

export const synthesizePersona: Job<SagaStep> = {
  name: 'synthesizePersona',
  payload: sagaStep,
  // A group of texts and the persona, each with a repair, and the reflections.
  expireInSeconds: expiryOf({ calls: 5, tries: patience.tries }),
  width: 24,
};

export const illustratePersona: Job<SagaStep> = {
  name: 'illustratePersona',
  payload: sagaStep,
  expireInSeconds: expiryOf({ calls: 1, tries: patience.pictureTries }),
  width: 24,
};

/** Adds a closed survey's figures to the norms of its language. */
export const addSurveyToNorms: Job<{ surveyId: string }> = {
  name: 'foldIntoNorms',
  payload: z.object({ surveyId: z.uuid() }),
  expireInSeconds: 120,
  width: 2,
};

const oneMessage = z.object({ messageId: z.uuid() });

/** Payload of the chat jobs. */
export type MessageJob = z.infer<typeof oneMessage>;

export const replyToMessage: Job<MessageJob> = {
  name: 'replyToMessage',
  payload: oneMessage,
  // What was cut off is continued by the next attempt.
  expireInSeconds: expiryOf({ calls: 1, tries: 1 }),
  // A reply mostly waits for the model's next piece, so one process can write all of them at once.
  width: 1_000,
};

/** Summarizes the conversation up to a message. */
export const summarizeConversation: Job<MessageJob> = {
  name: 'summarizeConversation',
  payload: oneMessage,
  expireInSeconds: expiryOf({ calls: 1, tries: patience.tries }),
  width: 16,
  // The next reply sends the job again.
  retryLimit: 2,
};

/** Hands a notification to the push services of its owner's browsers and to the mail server. */
export const deliverNotification: Job<{ notificationId: string }> = {
  name: 'deliverNotification',
  payload: z.object({ notificationId: z.uuid() }),
  // An owner has at most ten browsers and one mailbox, each with a timeout of its own.
  expireInSeconds: 180,
  width: 8,
};

/** Deletes what is kept for a limited time once that is over. */
export const deleteExpired: Job<Record<string, never>> = {
  name: 'purgeSessions',
  payload: z.strictObject({}),
  expireInSeconds: 120,
  width: 1,
  cron: '23 * * * *',
};

/** Makes the file of an export of a person's data. */
export const exportMyData: Job<{ exportId: string }> = {
  name: 'exportMyData',
  payload: z.object({ exportId: z.uuid() }),
  expireInSeconds: 600,
  // One at a time in each process: it is long, and nobody waits at the screen for it.
  width: 1,
  retryLimit: 5,
};

/** The dead letter of the saga's steps: makes a permanent failure visible. */
export const compensateFailedStep: Job<SagaStep> = {
  name: 'settleFailure',
  payload: sagaStep,
  expireInSeconds: 60,
  width: 4,
};

/** What a failed attempt stores in the queue for the dead letter to read. */
export interface FailureReport {
  reason: string;
  retryable: boolean;
}

/** One attempt at a job. `signal` is aborted when the job expires or is lost, or the worker stops. */
export interface Attempt {
  jobId: string;
  /** 1 for the first attempt. */
  number: number;
  signal: AbortSignal;
  /** When the job was sent; of a dead letter, the failed job. */
  sentAt: Date;
  /** Set for a dead letter: the name of the failed job and the reason. */
  failed: { job: string; report: FailureReport } | null;
}

/**
 * How a failed attempt was ended. LAST: there is no next attempt. OVER: it had ended already, because it was handed on.
 */
export type EndOfAttempt = { next: Date } | 'LAST' | 'OVER';

/**
 * Returning means success. Throwing means a retry, or the dead letter for a hopeless StepFailed. A job runs
 * at least once, so every write needs a fence.
 */
export type StepHandler<T> = (payload: T, attempt: Attempt) => Promise<void>;

/**
 * The job queue. It shares the database with the rows, so that a job is sent by the commit that requires it.
 */
export interface Queue extends AsyncDisposable {
  /** Names this process among the workers. Its death can be read from the database by this id. */
  workerId: number;
  /** Sends a job within the transaction of `em`. @param afterSeconds when it is due; by default at once */
  send<T extends object>(em: EntityManager, job: Job<T>, payload: T, afterSeconds?: number): Promise<void>;
  /**
   * Ends an attempt that failed within the transaction of `em`, which may store what follows from it. The
   * handler then throws, and that changes no more.
   */
  endFailed<T extends object>(
    em: EntityManager,
    job: Job<T>,
    attempt: Attempt,
    report: FailureReport,
  ): Promise<EndOfAttempt>;
  /** Runs jobs of this kind until the queue is disposed. */
  work<T extends object>(job: Job<T>, handler: StepHandler<T>): Promise<void>;
  /** Resolves if the queue is reachable, throws otherwise. */
  check(): Promise<void>;
}
