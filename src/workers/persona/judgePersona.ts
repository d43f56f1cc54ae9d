import type { Ai } from '../../ai/ports.js';
import { checkPersonaText } from '../../ai/checks/checkPersonaText.js';
import type { PersonaText } from '../../ai/prompts/personaText.js';
import type { EvidencePack } from '../../mirror/evidencePack.js';
import type { AnswerIndex } from '../../mirror/openText/indexAnswers.js';
import { callModel } from '../modelCall.js';

/**
 * Checks and moderates a text.
 * @param text null if the model's answer had the wrong shape
 * @returns the reasons not to show it, in sentences that do not quote it; empty if it may be shown
 * @throws StepFailed if the moderator is unavailable, so that the step is retried
 */
export async function checkPersona(
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
  const verdict = await callModel(() => ai.moderator.review(shown.join('\n'), signal));
  return verdict.flagged ? ['the text is not fit to be shown to people'] : [];
}
