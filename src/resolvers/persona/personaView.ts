import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../../entities/Persona.js';
import { shownVersion, shownVersions, type VisibleVersion } from '../../entities/redaction.js';
import { voiceOf } from '../../measurement/voices/voices.js';
import type { ImageSize } from '../../schema/enums.js';
import type { IllustrationType, PersonaType } from '../../schema/persona/PersonaType.js';
import { versionContent, waitingView } from './versionView.js';

/**
 * A persona as its owner sees it: the content of the version that is shown, and no content until a version is
 * written. A text that a withdrawal may still replace must never be readable: next to the text that replaces
 * it, it would reveal the answer that was withdrawn.
 */
export const personaView = async (em: EntityManager, persona: Persona): Promise<PersonaType> =>
  viewOf(persona, await shownVersion(em, persona));

/** Several personas as their owner sees them, in the same order, with at most two queries. */
export async function personaViews(em: EntityManager, personas: readonly Persona[]): Promise<PersonaType[]> {
  const versions = await shownVersions(em, personas);
  return personas.map((persona) => viewOf(persona, versions.get(persona.id) ?? null));
}

function viewOf(persona: Persona, version: VisibleVersion | null): PersonaType {
  const { id, slug, status, revision, name, locale, survey, shown, pinned, failure, waiting, publication } =
    persona;
  const voice = version?.text == null ? null : voiceOf(persona, version.text);
  const [greeting = null, ...alternateGreetings] = voice?.greetings ?? [];
  return {
    id,
    slug,
    status,
    revision,
    name,
    locale,
    ...versionContent(version),
    practice: survey === null,
    searchable: publication === 'SEARCHABLE',
    isPublished: publication !== null,
    surveyId: survey?.id ?? null,
    shown,
    pinned,
    greeting,
    alternateGreetings,
    voice:
      voice === null
        ? null
        : { mode: persona.voice === null ? 'FATED' : 'ALCHEMIC', archetype: persona.voice, ...voice.voice },
    failure: status === 'FAILED' ? failure : null,
    waiting: waitingView(status, waiting),
  };
}

/**
 * The states to send to a subscriber who has not seen them: the current one, preceded by a failure that has been
 * retried since, because FAILED must never be skipped.
 */
export async function personaStates(em: EntityManager, persona: Persona): Promise<PersonaType[]> {
  const now = await personaView(em, persona);
  const { failure } = persona;
  if (failure === null || failure.revision >= persona.revision) return [now];
  return [{ ...now, status: 'FAILED', revision: failure.revision, failure, waiting: null }, now];
}

const sizesInOrder: ImageSize[] = ['LARGE', 'MEDIUM', 'SMALL'];

/** One size of an illustration. Its URL is relative, so that it works under every name of the server. */
export function illustrationView(
  illustration: PersonaType['picture'],
  size: ImageSize,
): IllustrationType | null {
  const chosen = illustration?.sizes[sizesInOrder.indexOf(size)];
  if (illustration === null || chosen === undefined) return null;
  return {
    url: `/images/${chosen.hash}.webp`,
    width: chosen.width,
    height: chosen.height,
    alt: illustration.alt,
    source: illustration.source,
  };
}
