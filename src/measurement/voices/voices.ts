import type { Locale } from '../../locale.js';
import type { Archetype } from '../archetypes.js';
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

/**
 * Returns the parts of a persona that an archetype can supply, in the shape of the persona's text: everything
 * that was not measured.
 * @param name of the person
 */
export function archetypePersonaParts(archetype: Archetype, locale: Locale, name: string) {
  const { title, greeting, alternates, register, habits, sample } = archetypeVoice(archetype, locale, name);
  return { title, greeting, alternates, voice: { register, habits, sample } };
}

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
