import { raw } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PROMPT_VERSION } from '../ai/prompts/personaPrompt.js';
import type { Services } from '../context.js';
import { Persona } from '../entities/Persona.js';
import { Response } from '../entities/Response.js';
import { evidencePack } from '../mirror/evidencePack.js';
import { measure } from '../mirror/measure.js';
import { norms } from '../mirror/norms.js';
import { illustratePersona, type SagaStep } from '../queue/jobs.js';
import type { Attempt, StepHandler } from '../queue/runJob.js';
import { StepFailed } from '../queue/stepFailed.js';
import { moderatePersona } from './moderatePersona.js';
import { writePersona } from './writePersona.js';

/**
 * Step 1: measures the answers, has the model put them into words, and hands over to step 2 in one commit.
 * Read, think without a transaction, then write only if the persona is still where this job was sent for. The text is
 * kept as a draft before it is moderated, so that a moderator who is down costs no second text. Nobody is shown a draft.
 */
export const synthesizePersona =
  (services: Services): StepHandler<SagaStep> =>
  async ({ personaId, generation }, attempt) => {
    const here = { id: personaId, generation, status: 'SYNTHESIZING' as const };
    const em = services.orm.em.fork();
    const persona = await em.findOne(Persona, here, { populate: ['survey'] });
    if (persona === null) return;
    let { text } = persona;
    if (text === null) {
      const draft = await writeDraft(services, em, persona, attempt);
      if ((await em.nativeUpdate(Persona, here, draft)) === 0) return;
      text = draft.text;
    }
    if (!(await moderatePersona(services.ai, text, attempt.signal))) {
      await em.nativeUpdate(Persona, here, { text: null });
      throw new StepFailed('The text was not fit to be shown.', { hopeless: attempt.number >= 3 });
    }
    const moved = await services.orm.em.fork().transactional(async (tx) => {
      const next = { status: 'GENERATING_IMAGE' as const, revision: raw('revision + 1') };
      const rows = await tx.nativeUpdate(Persona, here, next);
      if (rows > 0) await services.queue.send(tx, illustratePersona, { personaId, generation });
      return rows > 0;
    });
    if (moved) services.pubsub.publish('personaChanged', { id: personaId, revision: persona.revision + 1 });
  };

/** Measures, then has it written: the text with the evidence it rests on and how it came about. */
async function writeDraft(services: Services, em: EntityManager, persona: Persona, attempt: Attempt) {
  const survey = persona.survey.getEntity();
  const measurement = measure(await em.find(Response, { survey: survey.id }), norms);
  const evidence = evidencePack(measurement, { name: persona.name, locale: survey.locale });
  const { text, usage } = await writePersona(services.ai, evidence, attempt);
  const provenance = {
    scoring: measurement.scoringVersion,
    norms: measurement.normsVersion,
    questionnaire: survey.questionnaire,
    prompt: PROMPT_VERSION,
    ...usage,
    demo: services.ai.isDemo,
  };
  return { evidence, text, provenance };
}
