import type { Archetype } from '../archetypes.js';
import type { Locale } from '../questionnaire/locale.js';
import { archetypeVoice } from './archetypeVoice.js';

/**
 * Returns the parts of a persona that an archetype can supply, in the shape of the persona's text: everything
 * that was not measured.
 * @param name of the person
 */
export function archetypePersonaParts(archetype: Archetype, locale: Locale, name: string) {
  const { title, greeting, alternates, register, habits, sample } = archetypeVoice(archetype, locale, name);
  return { title, greeting, alternates, voice: { register, habits, sample } };
}
