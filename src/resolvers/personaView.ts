import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../entities/Persona.js';
import { shownVersion } from '../entities/shownVersion.js';
import { voiceOf } from '../mirror/voices/voiceOf.js';
import type { PersonaType } from '../schema/PersonaType.js';
import { versionContent } from './versionText.js';

/**
 * A persona as its owner sees it: the content of the version that is shown, and no content until a version is
 * READY. The text of a version that is still being made after a withdrawal must not be comparable with the
 * text before it.
 */
export async function personaView(em: EntityManager, persona: Persona): Promise<PersonaType> {
  const version = await shownVersion(em, persona);
  const { id, slug, status, revision, name, locale, survey, shown, pinned, failure } = persona;
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
  };
}
