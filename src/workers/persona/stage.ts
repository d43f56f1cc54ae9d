import type { EntityData } from '@mikro-orm/core';
import type { Services } from '../../context.js';
import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { Attempt } from '../../queue/runJob.js';

/**
 * A part of the synthesis. Called with a version whose persona and survey are loaded, again and again until it has nothing
 * left to do.
 * @returns what to keep before it is called again; null when it is done
 */
export type Stage = (
  services: Services,
  version: PersonaVersion,
  attempt: Attempt,
) => Promise<EntityData<PersonaVersion> | null>;
