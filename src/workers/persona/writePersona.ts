import type { EntityData } from '@mikro-orm/core';
import { checkPersonaText } from '../../ai/checks/checkPersonaText.js';
import { type Ai, type JsonRequest, UpstreamError } from '../../ai/ports.js';
import { personaPrompt, repairPrompt } from '../../ai/prompts/persona.js';
import type { PersonaText } from '../../ai/prompts/personaText.js';
import type { Services } from '../../context.js';
import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import type { AnswerIndex } from '../../measurement/openText/answerIndex.js';
import type { Attempt } from '../../queue/jobs.js';
import { removeHiddenQuotes } from './material.js';
import { readOpenTexts } from './openTexts.js';
import { callModel } from '../callModel.js';
import { mendPersona } from './mendPersona.js';
import { type Stage, withUsage } from './stage.js';
import { templatePersona } from './templatePersona.js';

/**
 * Has the model write the text and checks it: a first text, one repair, then the repair with its refused places
 * replaced. If too little of it is left, a template is assembled from the scores and labelled as such. Every text is stored before it is checked, so that an unavailable moderator
 * does not cost a second model call.
 */
export const writePersona: Stage = async (services, version, attempt) => {
  const { evidence, reflections, provenance, text } = version;
  if (evidence === null || reflections === null || provenance === null) return null;
  const { writing } = provenance;
  if (writing === 'TEMPLATE') return null;
  const redacted = await removeHiddenQuotes(services, version, attempt);
  if (redacted !== null) return redacted;
  if (writing === null) return ask(services, version, 'FIRST', personaPrompt(evidence, reflections), attempt);
  const answers = await readOpenTexts(services.orm.em.fork(), version.persona.getEntity());
  const problems = await checkPersona(services.ai, text, { evidence, answers }, attempt.signal);
  if (problems.length === 0) return null;
  services.log.warn({ version: version.id, writing, problems }, 'persona text rejected by checks');
  if (writing === 'REPAIRED') {
    const mended = text && mendPersona(text, problems, evidence, answers);
    return mended === null ? template(version, answers) : { text: mended };
  }
  const repair = repairPrompt(evidence, reflections, text, problems);
  return ask(services, version, 'REPAIRED', { ...repair, isLastTry: text === null }, attempt);
};

/**
 * Checks and moderates a text.
 * @param text null if the model's answer had the wrong shape
 * @returns the reasons not to show it, in sentences that do not quote it; empty if it may be shown
 * @throws StepFailed if the moderator is unavailable, so that the step is retried
 */
async function checkPersona(
  ai: Ai,
  text: PersonaText | null,
  { evidence, answers }: { evidence: EvidencePack; answers: AnswerIndex },
  signal: AbortSignal,
): Promise<string[]> {
  if (text === null) return ['the answer was not one JSON document of the asked-for shape'];
  const problems = checkPersonaText(text, evidence, answers);
  if (problems.length > 0) return problems;
  const { title, summary, greeting, alternates, voice } = text;
  const shown = [title, ...summary.map((sentence) => sentence.text), greeting, ...alternates];
  shown.push(voice.register, ...voice.habits, voice.sample);
  const verdict = await callModel(() => ai.moderator.review(shown.join('\n'), signal), { signal });
  return verdict.flagged ? ['the text is not fit to be shown to people'] : [];
}

/**
 * @returns the text. If the model refused or its answers had another shape, the earlier one, null for the first: the
 *   model was shown what was wrong with its first answer, so a repair is asked for once. A refusal is not repaired.
 */
async function ask(
  services: Services,
  { persona, text, provenance }: PersonaVersion,
  writing: 'FIRST' | 'REPAIRED',
  prompt: Omit<JsonRequest<PersonaText>, 'signal' | 'onUsage'>,
  { signal }: Attempt,
): Promise<EntityData<PersonaVersion>> {
  if (provenance === null) throw new Error('The version has no measurement.');
  const onUsage = services.budget.chargeTo(persona.getEntity().owner.id);
  const answer = await callModel(
    async () => {
      try {
        return await services.ai.textModel.writeJson({ ...prompt, signal, onUsage });
      } catch (error) {
        const kind = error instanceof UpstreamError ? error.kind : null;
        if (kind === 'malformed' || kind === 'refused') return kind;
        throw error;
      }
    },
    { signal },
  );
  if (typeof answer === 'object')
    return { text: answer.value, provenance: { ...withUsage(services, provenance, answer.usage), writing } };
  // The cost is unknown: the provider reports it with an answer that fits.
  const unknown = { inputTokens: null, outputTokens: null, cost: null };
  const reached = answer === 'refused' ? 'REPAIRED' : writing;
  // A first text without a usable repair may still be mended.
  return { text, provenance: { ...provenance, ...unknown, writing: reached } };
}

function template(
  { evidence, provenance }: PersonaVersion,
  answers: AnswerIndex,
): EntityData<PersonaVersion> {
  if (evidence === null || provenance === null) throw new Error('The version has no measurement.');
  return { text: templatePersona(evidence, answers), provenance: { ...provenance, writing: 'TEMPLATE' } };
}
