import type { Services } from '../context.js';
import type { PersonaStep, StepWaiting } from '../entities/Persona.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { lockPersona, updateVersion } from '../entities/transitions/personaVersion.js';
import type { Attempt, SagaStep, StepHandler } from '../queue/jobs.js';
import { reportOn, StepFailed } from '../queue/runJob.js';
import { personaSaga } from '../queue/saga.js';
import { reportWaits } from './callModel.js';

/** A shorter wait is over before its reason is read. In seconds. */
const SHORTEST_SHOWN = 1;

/**
 * Shows the owner why a step waits and when it tries again: after a failed attempt, and while a model call
 * waits as its provider asked. The start of an attempt clears what is shown, so a worker that died leaves
 * nothing behind for longer than it takes another one to continue.
 */
export function showWaits(
  services: Services,
  step: PersonaStep,
  handler: StepHandler<SagaStep>,
): StepHandler<SagaStep> {
  return async (payload, attempt) => {
    const here = { id: payload.versionId, generation: payload.generation, status: step };
    const show = (waiting: StepWaiting | null): Promise<void> =>
      showWait(services, here, waiting).catch((error: unknown) =>
        services.log.warn({ versionId: here.id, error }, 'wait not shown'),
      );
    await show(null);
    try {
      await reportWaits(
        async (wait) => {
          if (wait === null) return show(null);
          if (wait.seconds >= SHORTEST_SHOWN)
            await show(waitingUntil(attempt, wait.reason, inSeconds(wait.seconds)));
        },
        () => handler(payload, attempt),
      );
    } catch (error) {
      // Hopeless: the step fails at once.
      if (!(error instanceof StepFailed && error.hopeless))
        await endVisibly(services, here, attempt, error).catch((cause: unknown) =>
          // The queue ends the attempt all the same, only unseen.
          services.log.warn({ versionId: here.id, error: cause }, 'wait not shown'),
        );
      throw error;
    }
  };
}

type Here = Parameters<typeof updateVersion>[2] & { status: PersonaStep };

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

const waitingUntil = (attempt: Attempt, reason: string, nextTryAt: Date): StepWaiting => ({
  reason,
  attempt: attempt.number + 1,
  nextTryAt: nextTryAt.toISOString(),
});

async function showWait(services: Services, here: Here, waiting: StepWaiting | null): Promise<void> {
  const em = services.orm.em.fork();
  const version = await em.findOne(PersonaVersion, here, { fields: ['persona', 'waiting'] });
  if (version === null || (waiting === null && version.waiting === null)) return;
  const personaId = version.persona.id;
  const personaChange = await em.transactional((tx) => updateVersion(tx, personaId, here, { waiting }));
  if (personaChange !== null) services.pubsub.publish('personaChanged', personaChange);
}

/**
 * Ends a failed attempt and stores when the next one is due in one commit. In two commits, the next attempt
 * could begin in between, and the step would be shown as waiting while it runs.
 */
async function endVisibly(services: Services, here: Here, attempt: Attempt, error: unknown): Promise<void> {
  const em = services.orm.em.fork();
  const version = await em.findOne(PersonaVersion, here, { fields: ['persona'] });
  if (version === null) return;
  const personaId = version.persona.id;
  const report = reportOn(error);
  const personaChange = await em.transactional(async (tx) => {
    await lockPersona(tx, personaId);
    const end = await services.queue.endFailed(tx, personaSaga[here.status], attempt, report);
    if (typeof end === 'string') return null;
    return updateVersion(tx, personaId, here, { waiting: waitingUntil(attempt, report.reason, end.next) });
  });
  if (personaChange !== null) services.pubsub.publish('personaChanged', personaChange);
}
