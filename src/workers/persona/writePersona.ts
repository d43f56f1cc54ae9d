import type { EntityData } from '@mikro-orm/core';
import { type JsonRequest, UpstreamError } from '../../ai/ports.js';
import { personaPrompt } from '../../ai/prompts/personaPrompt.js';
import type { PersonaText } from '../../ai/prompts/personaText.js';
import { repairPrompt } from '../../ai/prompts/repairPrompt.js';
import type { Services } from '../../context.js';
import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { AnswerIndex } from '../../mirror/openText/indexAnswers.js';
import type { Attempt } from '../../queue/runJob.js';
import { removeHiddenQuotes } from './forgetHidden.js';
import { checkPersona } from './judgePersona.js';
import { callModel } from '../modelCall.js';
import { readOpenTexts } from './readOpenTexts.js';
import type { Stage } from './stage.js';
import { templatePersona } from './templatePersona.js';
import { withUsage } from './withUsage.js';

/**
 * Has the model write the text and checks it: a first text, one repair, then a template assembled from the
 * scores and labelled as such. Every text is stored before it is checked, so that an unavailable moderator
 * does not cost a second model call.
 */
export const writePersona: Stage = async (services, version, attempt) => {
  const { evidence, reflections, provenance, text } = version;
  if (evidence === null || reflections === null || provenance === null) return null;
  const { writing } = provenance;
  if (writing === 'TEMPLATE') return null;
  const forgotten = await removeHiddenQuotes(services, version, attempt);
  if (forgotten !== null) return forgotten;
  if (writing === null) return ask(services, version, 'FIRST', personaPrompt(evidence, reflections), attempt);
  const answers = await readOpenTexts(services.orm.em.fork(), version.persona.getEntity());
  const problems = await checkPersona(services.ai, text, { evidence, answers }, attempt.signal);
  if (problems.length === 0) return null;
  services.log.warn({ version: version.id, writing, problems }, 'persona text rejected by checks');
  if (writing === 'REPAIRED') return template(version, answers);
  return ask(services, version, 'REPAIRED', repairPrompt(evidence, reflections, text, problems), attempt);
};

/** @returns the text; null if the model's answer had the wrong shape */
async function ask(
  { ai }: Services,
  { provenance }: PersonaVersion,
  writing: 'FIRST' | 'REPAIRED',
  prompt: Omit<JsonRequest<PersonaText>, 'signal'>,
  { signal }: Attempt,
): Promise<EntityData<PersonaVersion>> {
  if (provenance === null) throw new Error('The version has no measurement.');
  return callModel(async () => {
    try {
      const { value, usage } = await ai.languageModel.writeJson({ ...prompt, signal });
      return { text: value, provenance: { ...withUsage(provenance, usage), writing } };
    } catch (error) {
      if (!(error instanceof UpstreamError && error.malformed)) throw error;
      // The cost is unknown: the provider reports it with an answer that fits.
      const unknown = { inputTokens: null, outputTokens: null, cost: null };
      return { text: null, provenance: { ...provenance, ...unknown, writing } };
    }
  });
}

function template(
  { evidence, provenance }: PersonaVersion,
  answers: AnswerIndex,
): EntityData<PersonaVersion> {
  if (evidence === null || provenance === null) throw new Error('The version has no measurement.');
  return { text: templatePersona(evidence, answers), provenance: { ...provenance, writing: 'TEMPLATE' } };
}
