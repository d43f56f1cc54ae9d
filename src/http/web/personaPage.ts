import type { Locale } from '../../locale.js';
import type { PublicPersonaType } from '../../schema/persona/PublicPersonaType.js';
import type { Language } from '../request.js';
import { isolatedName, type PageHead } from './pageTemplate.js';
import { pageWordings } from './pageWording.js';

export const languageOf = ({ locale }: { locale: Locale }): Language => locale.toLowerCase() as Language;

/** The head of a published persona's page, in the persona's language. @param url of the page */
export function personaHead(persona: PublicPersonaType, url: string): PageHead {
  const language = languageOf(persona);
  const words = pageWordings[language];
  const name = isolatedName(persona.name);
  return {
    language,
    title: words.persona.title(name, isolatedName(persona.title)),
    description: words.persona.description(persona.friends, words.archetypes[persona.archetype] ?? ''),
    url,
    image: { url: `${url}/card.png`, alt: words.persona.cardAlt(name) },
    isIndexable: persona.searchable,
  };
}

/** A published persona as the app's query `PublicPersona` returns it. */
export type PersonaData = Omit<PublicPersonaType, 'picture' | 'searchable'> & {
  illustration: { url: string; alt: string; source: string } | null;
};

/** A published persona for its page, with the picture in the size that the page shows. */
export function personaData({ picture, searchable: _, ...persona }: PublicPersonaType): PersonaData {
  const medium = picture?.sizes[1];
  return {
    ...persona,
    illustration:
      picture === null || medium === undefined
        ? null
        : { url: `/images/${medium.hash}.webp`, alt: picture.alt, source: picture.source },
  };
}
