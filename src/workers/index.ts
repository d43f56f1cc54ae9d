import type { Services } from '../context.js';
import * as jobs from '../queue/jobs.js';
import { illustratePersona } from './illustratePersona.js';
import { reviveLostSteps } from './reviveLostSteps.js';
import { settleFailure } from './settleFailure.js';
import { synthesizePersona } from './synthesizePersona.js';

/**
 * The saga as a table: what each job does, and what its commit leads to.
 *
 * | job               | commits                          | next                              | when it cannot     |
 * | ----------------- | -------------------------------- | --------------------------------- | ------------------ |
 * | synthesizePersona | text, GENERATING_IMAGE           | illustratePersona                 | settleFailure      |
 * | illustratePersona | picture, READY                   | -                                 | settleFailure      |
 * | settleFailure     | FAILED, or READY drawn locally   | - (retryPersona resumes the step) | reviveLostSteps    |
 *
 * @returns stops looking for lost steps; jobs stop with the queue
 */
export async function startWorkers(services: Services): Promise<AsyncDisposable> {
  await services.queue.work(jobs.synthesizePersona, synthesizePersona(services));
  await services.queue.work(jobs.illustratePersona, illustratePersona(services));
  await services.queue.work(jobs.settleFailure, settleFailure(services));
  return reviveLostSteps(services);
}
