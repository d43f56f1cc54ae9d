import type { Services } from '../context.js';
import * as jobs from '../queue/jobs.js';
import { foldIntoNorms } from './foldIntoNorms.js';
import { illustratePersona } from './illustratePersona.js';
import { ReplyJournal } from './replies/replyJournal.js';
import { replyToMessage } from './replyToMessage.js';
import { reviveLost } from './reviveLost.js';
import { settleFailure } from './settleFailure.js';
import { summarizeConversation } from './summarizeConversation.js';
import { synthesizePersona } from './synthesizePersona.js';

/**
 * All background work as a table: what each job does, and what its commit leads to.
 *
 * | job                   | commits                         | next                              | when it cannot                |
 * | --------------------- | ------------------------------- | --------------------------------- | ----------------------------- |
 * | synthesizePersona     | text, GENERATING_IMAGE          | illustratePersona                 | settleFailure                 |
 * | illustratePersona     | picture, READY                  | -                                 | settleFailure                 |
 * | settleFailure         | FAILED, or READY drawn locally  | - (retryPersona resumes the step) | reviveLost                    |
 * | replyToMessage        | the reply, piece by piece       | summarizeConversation, when due   | FAILED, the partial kept      |
 * | summarizeConversation | summary, facts                  | -                                 | the next long reply asks anew |
 * | foldIntoNorms         | a survey's part in the norms    | -                                 | they lack one survey          |
 *
 * @returns lets go of the replies that are being written; other jobs stop with the queue
 */
export async function startWorkers(services: Services): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const journal = opened.use(new ReplyJournal(services));
  const { queue } = services;
  await queue.work(jobs.synthesizePersona, synthesizePersona(services));
  await queue.work(jobs.illustratePersona, illustratePersona(services));
  await queue.work(jobs.settleFailure, settleFailure(services));
  await queue.work(jobs.replyToMessage, replyToMessage(services, journal));
  await queue.work(jobs.summarizeConversation, summarizeConversation(services));
  await queue.work(jobs.foldIntoNorms, foldIntoNorms(services));
  opened.use(reviveLost(services));
  return opened.move();
}
