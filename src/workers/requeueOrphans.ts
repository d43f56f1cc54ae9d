import type { Services } from '../context.js';
import type { PersonaStep } from '../entities/Persona.js';
import { compensateFailedStep, replyToMessage } from '../queue/jobs.js';
import { personaSaga, personaSteps } from '../queue/saga.js';
import { isFreeReply } from './replies/leases.js';

const LOOK_EVERY_MS = 30_000;

/**
 * Looks for work without a job, now and every 30 seconds, and sends a new one.
 * @returns disposing it stops the search
 */
export function requeueOrphans(services: Services): AsyncDisposable {
  const look = async (): Promise<void> => {
    try {
      await requeueOrphanedSteps(services);
      await requeueOrphanedReplies(services);
    } catch (error) {
      services.log.warn({ error }, 'search for lost work failed');
    }
  };
  let running: Promise<void> | undefined;
  const tick = (): void => {
    // Skipped while the previous search still runs, so that searches do not pile up on a slow database.
    running ??= look().finally(() => (running = undefined));
  };
  // Also at the start, for work that lost its job while no worker ran.
  tick();
  const timer = setInterval(tick, LOOK_EVERY_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}

interface LostStep {
  versionId: string;
  generation: number;
  status: PersonaStep;
}

/**
 * Safety net for the saga: sends a new job for each version in progress without a live one (its job was
 * deleted, or its dead letter used up its retries). State and job commit together, so normally there are
 * none.
 */
async function requeueOrphanedSteps(services: Services): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    // The rows are locked, so that two processes do not requeue the same step.
    const lost = await em.execute<LostStep[]>(
      `select id as "versionId", generation, status from persona_version
       where status in (:steps) and not exists (
         select 1 from pgboss.job where job.name in (:jobs) and job.state in ('created', 'retry', 'active')
           and job.data ->> 'versionId' = persona_version.id::text
       ) limit 100 for no key update skip locked`,
      {
        steps: personaSteps,
        jobs: [...Object.values(personaSaga), compensateFailedStep].map(({ name }) => name),
      },
    );
    for (const { versionId, generation, status } of lost) {
      await services.queue.send(em, personaSaga[status], { versionId, generation });
      services.log.warn({ versionId, step: status }, 'lost persona step requeued');
    }
  });
}

/**
 * Safety net for replies: sends a new job for each unfinished reply without a live one. Reply and job commit
 * together, so normally there are none.
 */
async function requeueOrphanedReplies(services: Services): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    const lost = await em.execute<{ id: string }[]>(
      `select id from message where status in ('PENDING', 'STREAMING') and ${isFreeReply}
         and not exists (
           select 1 from pgboss.job where job.name = :name and job.state in ('created', 'retry', 'active')
             and job.data ->> 'messageId' = message.id::text
         ) limit 100 for update skip locked`,
      { name: replyToMessage.name },
    );
    for (const { id } of lost) {
      await services.queue.send(em, replyToMessage, { messageId: id });
      services.log.warn({ messageId: id }, 'lost reply requeued');
    }
  });
}
