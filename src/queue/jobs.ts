import { z } from 'zod';

/** A job is a name, the shape of its payload, and how long and how often it may try. Payloads hold ids only. */
export interface Job<T> {
  name: string;
  payload: z.ZodType<T>;
  /** Longer than the step's own deadline: past it another worker takes over. */
  expireInSeconds: number;
  /** How many run at once in one process. Model calls mostly wait, so this is many. */
  width: number;
  /** Fewer tries than the queue's patience allows. */
  retryLimit?: number;
}

const sagaStep = z.object({ versionId: z.uuid(), generation: z.int() });

/** A saga step's payload: which version of a persona, and the fence that it must still have. */
export type SagaStep = z.infer<typeof sagaStep>;

export const synthesizePersona: Job<SagaStep> = {
  name: 'synthesizePersona',
  payload: sagaStep,
  expireInSeconds: 300,
  width: 24,
};

export const illustratePersona: Job<SagaStep> = {
  name: 'illustratePersona',
  payload: sagaStep,
  expireInSeconds: 300,
  width: 24,
};

/** Adds a closed survey's figures to the norms of its language. */
export const foldIntoNorms: Job<{ surveyId: string }> = {
  name: 'foldIntoNorms',
  payload: z.object({ surveyId: z.uuid() }),
  expireInSeconds: 120,
  width: 2,
};

const oneMessage = z.object({ messageId: z.uuid() });

/** Names the message that a job of the chat is about. */
export type OneMessage = z.infer<typeof oneMessage>;

export const replyToMessage: Job<OneMessage> = {
  name: 'replyToMessage',
  payload: oneMessage,
  expireInSeconds: 300,
  // A reply mostly waits for the model's next word: a process writes as many at once as there are.
  width: 1_000,
};

/** Puts what was said up to a message in short. */
export const summarizeConversation: Job<OneMessage> = {
  name: 'summarizeConversation',
  payload: oneMessage,
  expireInSeconds: 180,
  width: 16,
  // The next reply asks for another one.
  retryLimit: 2,
};

/** Where a step ends that cannot be done: the dead letter that makes the failure visible. */
export const settleFailure: Job<SagaStep> = {
  name: 'settleFailure',
  payload: sagaStep,
  expireInSeconds: 60,
  width: 4,
};
