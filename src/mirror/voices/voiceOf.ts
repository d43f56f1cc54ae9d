import type { Archetype } from '../archetypes.js';
import type { Locale } from '../questionnaire/locale.js';
import { archetypePersonaParts } from './archetypeFace.js';

/** How a mirror speaks. */
type Manner = ReturnType<typeof archetypePersonaParts>['voice'];

/**
 * Returns the voice that a persona speaks in and the greetings it may open with: those written for it
 * (fated), or those of the archetype that its owner chose (alchemic). The measurement is the same in both.
 * @param persona `voice`: the chosen archetype, or null
 */
export function voiceOf(
  persona: { voice: Archetype | null; locale: Locale; name: string },
  text: { greeting: string; alternates: string[]; voice: Manner },
): { greetings: string[]; voice: Manner } {
  if (persona.voice === null) return { greetings: [text.greeting, ...text.alternates], voice: text.voice };
  const { greeting, alternates, voice } = archetypePersonaParts(persona.voice, persona.locale, persona.name);
  return { greetings: [greeting, ...alternates], voice };
}
