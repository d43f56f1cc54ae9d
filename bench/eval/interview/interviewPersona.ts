import type { LanguageModel } from '../../../src/ai/ports.js';
import type { Turn } from '../../../src/ai/prompts/tokenBudget.js';
import type { Persona } from '../persona.js';
import type { InterviewAnswers } from './interviewAnswers.js';
import { interviewPrompt, type ItemWording } from './interviewPrompt.js';

/** Asks a persona the twenty items, at the endpoint's default temperature. @throws UpstreamError */
export async function interviewPersona(
  model: LanguageModel,
  persona: Persona,
  signal: AbortSignal,
  options: { wording?: ItemWording; conversation?: readonly Turn[] } = {},
): Promise<InterviewAnswers> {
  const { wording = 'QUESTIONNAIRE', conversation = [] } = options;
  const { value } = await model.writeJson({ ...interviewPrompt(persona, wording, conversation), signal });
  return value.answers;
}
