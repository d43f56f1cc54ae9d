import type { Ai, Usage } from '../ai/ports.js';
import { checkPersonaText } from '../ai/prompts/checkPersonaText.js';
import { personaPrompt } from '../ai/prompts/personaPrompt.js';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import type { Attempt } from '../queue/runJob.js';
import { StepFailed } from '../queue/stepFailed.js';
import { modelCall } from './modelCall.js';

/** A model that has written past the evidence this often will do so again: every try is paid for. */
const MOST_MISFITS = 3;

/**
 * Has the model write about the evidence, and lets through only what cites it and agrees with it.
 * @throws StepFailed: what the model wrote is never mended or made up here
 */
export async function writePersona(
  ai: Ai,
  evidence: EvidencePack,
  { signal, number }: Attempt,
): Promise<{ text: PersonaText; usage: Usage }> {
  const { value: text, usage } = await modelCall(() =>
    ai.languageModel.writeJson({ ...personaPrompt(evidence), signal }),
  );
  const problems = checkPersonaText(text, evidence);
  if (problems.length > 0)
    throw new StepFailed('The text did not fit the evidence.', {
      hopeless: number >= MOST_MISFITS,
      cause: new Error(problems.join('; ')),
    });
  return { text, usage };
}
