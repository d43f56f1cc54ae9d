import type { Locale } from '../../locale.js';
import type { EvidencePack } from '../../measurement/evidence.js';
import { emblems, moods, palettes, type PersonaText, settings } from './personaText.js';

type Trait = Pick<EvidencePack['traits'][number], 'trait' | 'level'>;

/** How a measured trait appears in light and line. */
const touches: Record<Trait['trait'], { high: string; low: string }> = {
  E: { high: 'wide open light reaching every corner', low: 'one small light in much quiet space' },
  A: { high: 'rounded, sheltering forms', low: 'clean, sharp-cut edges' },
  C: { high: 'symmetrical, carefully ordered facets', low: 'loosely scattered facets' },
  N: { high: 'rippling reflections', low: 'perfectly still reflections' },
  I: { high: 'surprising refractions and hidden patterns', low: 'simple, tactile shapes' },
};

const touchOf = ({ trait, level }: Trait): string[] => {
  if (level === 'HIGH' || level === 'VERY_HIGH') return [touches[trait].high];
  return level === 'LOW' || level === 'VERY_LOW' ? [touches[trait].low] : [];
};

/**
 * Builds the prompt of the illustration from our own words only: archetype, trait levels and choices from
 * closed lists. It contains no name and no text that people or a model wrote, so it cannot ask for the
 * likeness of a real person or carry an injection.
 */
export function illustrationPrompt(
  measured: { archetype: EvidencePack['archetype']; traits: Trait[] },
  image: PersonaText['imagePrompt'],
): string {
  return [
    `A square illustration in cut glass: ${emblems[measured.archetype].EN} ${settings[image.setting].EN}, ${moods[image.mood].EN} in mood.`,
    `Colours: ${palettes[image.palette]}.`,
    ...measured.traits.flatMap(touchOf).map((touch) => `${touch[0]?.toUpperCase()}${touch.slice(1)}.`),
    'No people, no faces, no portraits, no letters, no logos.',
  ].join(' ');
}

const sentences: Record<Locale, (mood: string, emblem: string, setting: string) => string> = {
  EN: (mood, emblem, setting) => `A picture in cut glass, ${mood} in mood: ${emblem} ${setting}.`,
  KO: (mood, emblem, setting) => `유리 조각으로 그린 ${mood} 분위기의 그림: ${setting}, ${emblem}.`,
  JA: (mood, emblem, setting) => `カットグラス風の${mood}雰囲気の絵：${setting}、${emblem}。`,
};

/**
 * Describes in the reader's language what the illustration was asked to show, for people who cannot see it.
 * Contains no name.
 */
export function altText(
  measured: Pick<EvidencePack, 'archetype'>,
  image: PersonaText['imagePrompt'],
  locale: Locale,
): string {
  const say = sentences[locale];
  return say(moods[image.mood][locale], emblems[measured.archetype][locale], settings[image.setting][locale]);
}
