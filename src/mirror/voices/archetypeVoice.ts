import type { Archetype } from '../archetypes.js';
import type { Locale } from '../questionnaire/locale.js';
import { english } from './english.js';
import { japanese } from './japanese.js';
import { korean } from './korean.js';
import type { Voice } from './voice.js';

const books: Record<Locale, Record<Archetype, Voice>> = { EN: english, KO: korean, JA: japanese };

/**
 * Returns the voice of an archetype with a person's name filled in.
 * @param name of the person, without 님 or さん; fills the greetings. The `name` that is returned is the
 *   archetype's.
 * @returns new arrays, which the caller may store and change
 */
export function archetypeVoice(archetype: Archetype, locale: Locale, name: string) {
  const voice = books[locale][archetype];
  // A function, because a plain replacement would expand `$&` and similar patterns in a name.
  const toPerson = (line: string): string => line.replaceAll('{name}', () => name);
  return {
    name: voice.name,
    title: voice.title,
    register: voice.register,
    habits: [...voice.habits],
    sample: voice.sample,
    greeting: toPerson(voice.greeting),
    alternates: voice.alternates.map(toPerson),
  };
}
