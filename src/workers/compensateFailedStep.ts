import type { Services } from '../context.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { updateVersion } from '../entities/transitions/personaVersion.js';
import { encodePortrait } from '../images/encodeIllustration.js';
import type { SagaStep, StepHandler } from '../queue/jobs.js';
import { UNEXPECTED_FAILURE } from '../queue/runJob.js';
import { personaSaga, personaSteps } from '../queue/saga.js';
import { drawnHere, publishIllustration } from './illustratePersona.js';

/**
 * Handles a step that failed permanently. Without a text the version is FAILED, with the reason. Without an
 * illustration it becomes READY with a locally drawn portrait, which is labelled as such.
 */
export const compensateFailedStep =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation }, { failed }) => {
    const step = personaSteps.find((one) => personaSaga[one].name === failed?.job) ?? 'SYNTHESIZING';
    const report = failed?.report ?? UNEXPECTED_FAILURE;
    const here = { id: versionId, generation, status: step };
    const version = await services.orm.em.fork().findOne(PersonaVersion, here);
    if (version === null) return;
    services.log.error({ versionId, step, reason: report.reason }, 'persona step failed');
    if (step === 'GENERATING_IMAGE' && (await publishLocalPortrait(services, version))) return;
    const failure = { step, ...report };
    const personaChange = await services.orm.em
      .fork()
      .transactional((tx) => updateVersion(tx, version.persona.id, here, { status: 'FAILED', failure }));
    if (personaChange !== null) services.pubsub.publish('personaChanged', personaChange);
  };

/** Publishes a locally drawn portrait. Returns false if that fails too. */
async function publishLocalPortrait(services: Services, version: PersonaVersion): Promise<boolean> {
  try {
    await publishIllustration(services, version, await encodePortrait(version.id), drawnHere);
    return true;
  } catch (error) {
    services.log.error({ versionId: version.id, error }, 'local portrait failed');
    return false;
  }
}
