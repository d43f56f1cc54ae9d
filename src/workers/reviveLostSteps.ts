import type { Services } from '../context.js';
import type { PersonaStep } from '../entities/Persona.js';
import { illustratePersona, compensateFailedStep, synthesizePersona } from '../queue/jobs.js';

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
export async function requeueOrphanedSteps(services: Services): Promise<void> {
  await services.orm.em.fork().transactional(async (em) => {
    // The rows are locked, so that two processes do not requeue the same step.
    const lost = await em.execute<LostStep[]>(
      `select id as "versionId", generation, status from persona_version
       where status in ('SYNTHESIZING', 'GENERATING_IMAGE') and not exists (
         select 1 from pgboss.job where job.name in (:steps) and job.state in ('created', 'retry', 'active')
           and job.data ->> 'versionId' = persona_version.id::text
       ) limit 100 for no key update skip locked`,
      { steps: [synthesizePersona, illustratePersona, compensateFailedStep].map(({ name }) => name) },
    );
    for (const { versionId, generation, status } of lost) {
      const job = status === 'SYNTHESIZING' ? synthesizePersona : illustratePersona;
      await services.queue.send(em, job, { versionId, generation });
      services.log.warn({ versionId, step: status }, 'lost persona step requeued');
    }
  });
}
