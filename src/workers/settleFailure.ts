import type { Services } from '../context.js';
import { moveVersion } from '../entities/moveVersion.js';
import type { PersonaStep } from '../entities/Persona.js';
import { PersonaVersion } from '../entities/PersonaVersion.js';
import { drawPortrait } from '../images/drawPortrait.js';
import { encodeIllustration } from '../images/encodeIllustration.js';
import { illustratePersona, type SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import type { FailureReport } from '../queue/stepFailed.js';
import { publishIllustration } from './persona/publishIllustration.js';

/**
 * What becomes of a step that failed for good. Without a text there is no persona: FAILED, with the reason. Without a
 * picture there still is one: READY, with a portrait drawn here, which says so.
 */
export const settleFailure =
  (services: Services): StepHandler<SagaStep> =>
  async ({ versionId, generation }, { failed }) => {
    const step: PersonaStep = failed?.job === illustratePersona.name ? 'GENERATING_IMAGE' : 'SYNTHESIZING';
    const report: FailureReport = failed?.report ?? {
      reason: 'Something went wrong on our side.',
      retryable: true,
    };
    const here = { id: versionId, generation, status: step };
    const version = await services.orm.em.fork().findOne(PersonaVersion, here);
    if (version === null) return;
    services.log.error({ versionId, step, reason: report.reason }, 'a saga step failed for good');
    if (step === 'GENERATING_IMAGE' && (await drawHere(services, version))) return;
    const failure = { step, ...report };
    const moved = await services.orm.em
      .fork()
      .transactional((tx) => moveVersion(tx, version.persona.id, here, { status: 'FAILED', failure }));
    if (moved !== null) services.pubsub.publish('personaChanged', moved);
  };

/** Without a picture from the model there is one from here; if even that cannot be drawn, the step has FAILED. */
async function drawHere(services: Services, version: PersonaVersion): Promise<boolean> {
  try {
    const portrait = await encodeIllustration(await drawPortrait(version.id));
    await publishIllustration(services, version, portrait, 'LOCAL');
    return true;
  } catch (error) {
    services.log.error({ versionId: version.id, error }, 'the local portrait failed too');
    return false;
  }
}
