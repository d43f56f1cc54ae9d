import { raw } from '@mikro-orm/core';
import { PROMPT_VERSION } from '../ai/prompts/personaPrompt.js';
import type { Services } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { Response } from '../entities/Response.js';
import { evidencePack } from '../mirror/evidencePack.js';
import { measure } from '../mirror/measure.js';
import { norms } from '../mirror/norms.js';
import { illustratePersona, type SagaStep } from '../queue/jobs.js';
import type { StepHandler } from '../queue/runJob.js';
import { writePersona } from './writePersona.js';

/**
 * Step 1: measures the answers, has the model put them into words, and hands over to step 2 in one commit.
 * Read, think without a transaction, then write only if the persona is still where this job was sent for.
 */
export const synthesizePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ personaId, generation }, { signal }) => {
    const here = { id: personaId, generation, status: 'SYNTHESIZING' as const };
    const em = services.orm.em.fork();
    const persona = await em.findOne(Persona, here, { populate: ['survey'] });
    if (persona === null) return;
    const survey = persona.survey.getEntity();
    const responses = await em.find(Response, { survey: survey.id });
    const measurement = measure(responses, norms);
    const evidence = evidencePack(measurement, { name: persona.name, locale: survey.locale });

    const { text, usage } = await writePersona(services.ai, evidence, signal);

    const provenance = {
      scoring: measurement.scoringVersion,
      norms: measurement.normsVersion,
      questionnaire: survey.questionnaire,
      prompt: PROMPT_VERSION,
      ...usage,
      demo: services.ai.isDemo,
    };
    const moved = await services.orm.em.fork().transactional(async (tx) => {
      const next = { status: 'GENERATING_IMAGE' as const, revision: raw('revision + 1') };
      const rows = await tx.nativeUpdate(Persona, here, {
        ...next,
        evidence,
        text,
        provenance,
        failure: null,
      });
      if (rows > 0) await services.queue.send(tx, illustratePersona, { personaId, generation });
      return rows > 0;
    });
    if (moved) services.pubsub.publish('personaChanged', { id: personaId, revision: persona.revision + 1 });
  };
