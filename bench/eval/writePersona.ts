import { checkPersonaText } from '../../src/ai/checks/checkPersonaText.js';
import { filterReflections } from '../../src/ai/checks/filterReflections.js';
import { type JsonRequest, type LanguageModel, UpstreamError } from '../../src/ai/ports.js';
import { personaPrompt, repairPrompt } from '../../src/ai/prompts/persona.js';
import type { PersonaText } from '../../src/ai/prompts/personaText.js';
import { reflectionsPrompt } from '../../src/ai/prompts/reflections.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import type { AnswerIndex } from '../../src/measurement/openText/answerIndex.js';
import { mendPersona } from '../../src/workers/persona/mendPersona.js';
import type { Persona } from './persona.js';

const NO_DOCUMENT = 'the answer is no document of the asked-for shape';

/**
 * Writes a persona as the product does: reflections, text, check, one repair, and if that is refused too, the
 * replacement of its refused places. If too little would be left, the product shows a template; here the
 * persona has no text, and the failure is counted.
 * @param answers every open text of the survey, including the held-out friend's
 * @throws UpstreamError if the model could not be called
 */
export async function writePersona(
  model: Pick<LanguageModel, 'writeJson'>,
  pack: EvidencePack,
  answers: AnswerIndex,
  signal: AbortSignal,
): Promise<Persona> {
  const notes = await documentOf(model, { ...reflectionsPrompt(pack), signal });
  const reflections = filterReflections(notes ?? { psychologist: [], friend: [], writer: [] }, pack);
  const judge = (text: PersonaText | null): string[] =>
    text === null ? [NO_DOCUMENT] : checkPersonaText(text, pack, answers);
  const draft = await documentOf(model, { ...personaPrompt(pack, reflections), signal });
  const draftProblems = judge(draft);
  if (draftProblems.length === 0) return { pack, text: draft, draftProblems, problems: [] };
  const repair = { ...repairPrompt(pack, reflections, draft, draftProblems), signal };
  const repaired = (await documentOf(model, repair)) ?? draft;
  const problems = judge(repaired);
  if (problems.length === 0) return { pack, text: repaired, draftProblems, problems };
  return { pack, text: repaired && mendPersona(repaired, problems, pack, answers), draftProblems, problems };
}

/** @returns null if the answer has another shape */
async function documentOf<T>(
  model: Pick<LanguageModel, 'writeJson'>,
  request: JsonRequest<T>,
): Promise<T | null> {
  try {
    return (await model.writeJson(request)).value;
  } catch (error) {
    if (error instanceof UpstreamError && error.kind === 'malformed') return null;
    throw error;
  }
}
