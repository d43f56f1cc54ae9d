import type { EvidencePack, Locale } from '../../mirror/evidencePack.js';
import { emblems, moods, settings } from './imageVocabulary.js';
import type { PersonaText } from './personaText.js';

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
