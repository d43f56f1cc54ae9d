import { raw } from '@mikro-orm/core';
import type { Services } from '../context.js';
import { Persona, type PersonaStep } from '../entities/Persona.js';
import { drawPortrait } from '../images/drawPortrait.js';
import { encodeIllustration } from '../images/encodeIllustration.js';
import { illustratePersona, type SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import type { FailureReport } from '../queue/stepFailed.js';
import { publishIllustration } from './publishIllustration.js';

/**
 * What becomes of a step that failed for good. Without a text there is no persona: FAILED, with the reason. Without a
 * picture there still is one: READY, with a portrait drawn here, which says so.
 */
export const settleFailure =
  (services: Services): StepHandler<SagaStep> =>
  async ({ personaId, generation }, { failed }) => {
    const step: PersonaStep = failed?.job === illustratePersona.name ? 'GENERATING_IMAGE' : 'SYNTHESIZING';
    const report: FailureReport = failed?.report ?? {
      reason: 'Something went wrong on our side.',
      retryable: true,
    };
    const here = { id: personaId, generation, status: step };
    const persona = await services.orm.em.fork().findOne(Persona, here);
    if (persona === null) return;
    services.log.error({ personaId, step, reason: report.reason }, 'a saga step failed for good');
    if (step === 'GENERATING_IMAGE' && (await drawHere(services, persona))) return;
    const revision = persona.revision + 1;
    const rows = await services.orm.em.fork().nativeUpdate(Persona, here, {
      status: 'FAILED',
      revision: raw('revision + 1'),
      failure: { step, ...report, revision },
    });
    if (rows > 0) services.pubsub.publish('personaChanged', { id: personaId, revision });
  };

/** Without a picture from the model there is one from here; if even that cannot be drawn, the step has FAILED. */
async function drawHere(services: Services, persona: Persona): Promise<boolean> {
  try {
    const portrait = await encodeIllustration(await drawPortrait(persona.id));
    await publishIllustration(services, persona, portrait, 'LOCAL');
    return true;
  } catch (error) {
    services.log.error({ personaId: persona.id, error }, 'the local portrait failed too');
    return false;
  }
}
