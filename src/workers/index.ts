import type { Services } from '../context.js';
import * as jobs from '../queue/jobs.js';
import { limitActiveSteps } from './activeSteps.js';
import { type ExportedFiles, exportMyData } from './exportMyData.js';
import { addSurveyToNorms } from './addSurveyToNorms.js';
import { compensateFailedStep } from './compensateFailedStep.js';
import { deleteExpired } from './deleteExpired.js';
import { deliverNotification } from './deliverNotification.js';
import { illustratePersona } from './illustratePersona.js';
import { ReplyJournal } from './replies/replyJournal.js';
import { replyToMessage } from './replyToMessage.js';
import { requeueOrphans } from './requeueOrphans.js';
import { showWaits } from './showWaits.js';
import { summarizeConversation } from './summarizeConversation.js';
import { synthesizePersona } from './synthesizePersona.js';

/** Active steps of sagas in a process that also serves requests. */
const ACTIVE_BESIDE_REQUESTS = 2;

/**
 * All background jobs: what each commits, which job follows, and what happens on a permanent failure. A
 * summary follows only when it is due, and retryPersona resumes a FAILED step.
 *
 * | job                   | commits                  | next                  | on permanent failure        |
 * | --------------------- | ------------------------ | --------------------- | --------------------------- |
 * | synthesizePersona     | text, GENERATING_IMAGE   | illustratePersona     | compensateFailedStep        |
 * | illustratePersona     | picture, READY           | -                     | compensateFailedStep        |
 * | compensateFailedStep  | FAILED, or READY (local) | -                     | requeueOrphans              |
 * | replyToMessage        | the reply, in pieces     | summarizeConversation | FAILED, keeps partial text  |
 * | summarizeConversation | summary, facts           | -                     | sent again by a later reply |
 * | addSurveyToNorms      | the norms                | -                     | the norms lack one survey   |
 * | exportMyData          | the file, READY          | -                     | FAILED                      |
 * | deleteExpired         | nothing expired, sums    | -                     | sent again every hour       |
 * | deliverNotification   | each delivery's outcome  | -                     | REFUSED, the inbox has it   |
 *
 * @param options `besideRequests`: whether this process also serves requests, which come first
 * @param options.exportedFiles reads everything that belongs to a person, as the API shows it
 * @returns disposing it releases the replies that are being written; other jobs stop with the queue
 */
export async function startWorkers(
  services: Services,
  { besideRequests, exportedFiles }: { besideRequests: boolean; exportedFiles: ExportedFiles },
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const journal = opened.use(new ReplyJournal(services));
  const { queue } = services;
  const limited = limitActiveSteps(besideRequests ? ACTIVE_BESIDE_REQUESTS : Infinity);
  await queue.work(
    jobs.synthesizePersona,
    limited(showWaits(services, 'SYNTHESIZING', synthesizePersona(services))),
  );
  await queue.work(
    jobs.illustratePersona,
    limited(showWaits(services, 'GENERATING_IMAGE', illustratePersona(services))),
  );
  await queue.work(jobs.compensateFailedStep, compensateFailedStep(services));
  await queue.work(jobs.replyToMessage, replyToMessage(services, journal));
  await queue.work(jobs.summarizeConversation, summarizeConversation(services));
  await queue.work(jobs.addSurveyToNorms, addSurveyToNorms(services));
  await queue.work(jobs.exportMyData, exportMyData(services, exportedFiles));
  await queue.work(jobs.deleteExpired, deleteExpired(services));
  await queue.work(jobs.deliverNotification, deliverNotification(services));
  opened.use(requeueOrphans(services));
  return opened.move();
}
