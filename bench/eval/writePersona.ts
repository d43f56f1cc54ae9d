import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { filterReflections } from '../../src/ai/checks/filterReflections.js';
import { type JsonRequest, type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import { personaPrompt, repairPrompt } from '../../src/ai/prompts/persona.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import type { AnswerIndex } from '../../src/measurement/openText/answerIndex.js';
import type { Persona } from './persona.js';

const NO_DOCUMENT = 'the answer is no document of the asked-for shape';

/**
 * Writes a persona as the product does: reflections, text, check, one repair. If the repair fails too, the
 * product shows a template; here the persona has no text, and the failure is counted.
 * @param answers every open text of the survey, including the held-out friend's
 * @throws UpstreamError if the model could not be called
 */
export async function writePersona(
  model: LanguageModel,
  pack: EvidencePack,
  answers: AnswerIndex,
  signal: AbortSignal,
): Promise<Persona> {
  const { value } = await model.writeJson({ ...reflectionsPrompt(pack), signal });
  const reflections = filterReflections(value, pack);
  const judge = (text: PersonaText | null): string[] =>
    text === null ? [NO_DOCUMENT] : checkPersonaText(text, pack, answers);
  const draft = await textOf(model, { ...personaPrompt(pack, reflections), signal });
  const draftProblems = judge(draft);
  if (draftProblems.length === 0) return { pack, text: draft, draftProblems, problems: [] };
  const repaired = await textOf(model, {
    ...repairPrompt(pack, reflections, draft, draftProblems),
    signal,
  });
  const problems = judge(repaired);
  return { pack, text: problems.length === 0 ? repaired : null, draftProblems, problems };
}

async function textOf(model: LanguageModel, request: JsonRequest<PersonaText>): Promise<PersonaText | null> {
  try {
    return (await model.writeJson(request)).value;
  } catch (error) {
    if (error instanceof UpstreamError && error.kind === 'malformed') return null;
    throw error;
  }
}
