import type { Archetype } from '../archetypes.js';
import type { Locale } from '../questionnaire/locale.js';
import { archetypeVoice } from './archetypeVoice.js';

/** What of a persona can be an archetype's own, in the shape of its text: all but what was measured. @param name the person's */
export function archetypeFace(archetype: Archetype, locale: Locale, name: string) {
  const { title, greeting, alternates, register, habits, sample } = archetypeVoice(archetype, locale, name);
  return { title, greeting, alternates, voice: { register, habits, sample } };
}
