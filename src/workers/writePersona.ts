import type { Ai, Usage } from '../ai/ports.js';
import { checkPersonaText } from '../ai/prompts/checkPersonaText.js';
import { personaPrompt } from '../ai/prompts/personaPrompt.js';
import type { PersonaText } from '../ai/prompts/personaText.js';
import type { EvidencePack } from '../mirror/evidencePack.js';
import { StepFailed } from '../queue/stepFailed.js';
import { modelCall } from './modelCall.js';

/**
 * Has the model write about the evidence, and lets through only what cites it, agrees with it and is fit to be shown.
 * @throws StepFailed: what the model wrote is never mended or made up here
 */
export async function writePersona(
  ai: Ai,
  evidence: EvidencePack,
  signal: AbortSignal,
): Promise<{ text: PersonaText; usage: Usage }> {
  const { value: text, usage } = await modelCall(() =>
    ai.languageModel.writeJson({ ...personaPrompt(evidence), signal }),
  );
  const problems = checkPersonaText(text, evidence);
  if (problems.length > 0)
    throw new StepFailed('The text did not fit the evidence.', false, {
      cause: new Error(problems.join('; ')),
    });
  const { voice } = text;
  const shown = [
    text.title,
    ...text.summary.map((sentence) => sentence.text),
    text.greeting,
    ...text.alternates,
  ];
  shown.push(voice.register, ...voice.habits, voice.sample);
  const verdict = await modelCall(() => ai.moderator.review(shown.join('\n'), signal));
  if (verdict.flagged) throw new StepFailed('The text was not fit to be shown.', false);
  return { text, usage };
}
