import type { EntityManager } from '@mikro-orm/postgresql';
import type { Persona } from '../entities/Persona.js';
import { shownVersion } from '../entities/shownVersion.js';
import { voiceOf } from '../mirror/voices/voiceOf.js';
import type { PersonaType } from '../schema/PersonaType.js';
import { versionText } from './versionText.js';

/**
 * A persona as its owner reads it: what the version tells that is shown, and nothing before one is READY. A text that is
 * made anew after a withdrawal must not stand beside the one before.
 */
export async function personaView(em: EntityManager, persona: Persona): Promise<PersonaType> {
  const version = await shownVersion(em, persona);
  const { id, slug, status, revision, name, locale, survey, shown, pinned, failure } = persona;
  const spoken = version?.text == null ? null : voiceOf(persona, version.text);
  const [greeting = null, ...alternateGreetings] = spoken?.greetings ?? [];
  return {
    id,
    slug,
    status,
    revision,
    name,
    locale,
    ...versionText(version),
    practice: survey === null,
    surveyId: survey?.id ?? null,
    shown,
    pinned,
    greeting,
    alternateGreetings,
    voice:
      spoken === null
        ? null
        : { mode: persona.voice === null ? 'FATED' : 'ALCHEMIC', archetype: persona.voice, ...spoken.voice },
    failure: status === 'FAILED' ? failure : null,
  };
}
