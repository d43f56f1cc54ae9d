import type { Services } from '../context.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { updateVersion } from '../entities/transitions/personaVersion.js';
import { encodePortrait } from '../images/encodeIllustration.js';
import { notifyOfFailedVersion } from '../notifications/notifyOwner.js';
import type { SagaStep, StepHandler } from '../queue/jobs.js';
import { UNEXPECTED_FAILURE } from '../queue/runJob.js';
import { personaSaga, personaSteps } from '../queue/saga.js';
import { beginWaitingVersion } from './persona/beginVersion.js';
import { drawnHere, publishIllustration, sagaBegan } from './illustratePersona.js';

/**
 * Handles a step that failed permanently. Without a text the version is FAILED, with the
 * reason, and the owner is notified. Without an
 * illustration it becomes READY with a locally drawn portrait, which is labelled as such.
 */
export const compensateFailedStep =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation, begunAt }, { failed, sentAt }) => {
    const step = personaSteps.find((one) => personaSaga[one].name === failed?.job) ?? 'SYNTHESIZING';
    const report = failed?.report ?? UNEXPECTED_FAILURE;
    const here = { id: versionId, generation, status: step };
    const version = await services.orm.em.fork().findOne(PersonaVersion, here);
    if (version === null) return;
    const since = sagaBegan({ begunAt }, sentAt);
    services.log.error({ versionId, step, reason: report.reason }, 'persona step failed');
    if (step === 'GENERATING_IMAGE' && (await publishLocalPortrait(services, version, since))) return;
    const failure = { step, ...report };
    const ended = { id: versionId, generation, number: version.number, personaId: version.persona.id };
    const changes = await services.orm.em.fork().transactional(async (tx) => {
      const now = await updateVersion(tx, ended.personaId, here, { status: 'FAILED', failure });
      if (now !== null) await beginWaitingVersion(tx, services.queue, ended.personaId);
      return now && { persona: now, inbox: await notifyOfFailedVersion(tx, services.queue, ended) };
    });
    if (changes === null) return;
    services.metrics.observeSaga('failed', since);
    services.pubsub.publish('personaChanged', changes.persona);
    if (changes.inbox !== null) services.pubsub.publish('inboxChanged', changes.inbox);
  };

/** Publishes a locally drawn portrait. Returns false if that fails too. */
async function publishLocalPortrait(
  services: Services,
  version: PersonaVersion,
  since: Date,
): Promise<boolean> {
  try {
    await publishIllustration(services, version, await encodePortrait(version.id), { ...drawnHere, since });
    return true;
  } catch (error) {
    services.log.error({ versionId: version.id, error }, 'local portrait failed');
    return false;
  }
}
