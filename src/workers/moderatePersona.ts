import type { Ai } from '../ai/ports.js';
import type { PersonaText } from '../ai/prompts/personaText.js';
import { modelCall } from './modelCall.js';

/**
 * Whether a text may be shown. A moderator that is down is no yes: the step is tried again.
 * @throws StepFailed
 */
export async function moderatePersona(ai: Ai, text: PersonaText, signal: AbortSignal): Promise<boolean> {
  const { title, summary, greeting, alternates, voice } = text;
  const shown = [title, ...summary.map((sentence) => sentence.text), greeting, ...alternates];
  shown.push(voice.register, ...voice.habits, voice.sample);
  const verdict = await modelCall(() => ai.moderator.review(shown.join('\n'), signal));
  return !verdict.flagged;
}
