import type { EntityData } from '@mikro-orm/core';
import type { Services } from '../../context.js';
import type { PersonaVersion } from '../../entities/PersonaVersion.js';
import type { Attempt } from '../../queue/runJob.js';

/**
 * A stage of the synthesis. Called repeatedly, with a version whose persona and survey are loaded, until it
 * has nothing left to do.
 * @returns the draft to store before the next call; null when the stage is done
 */
export type Stage = (
  services: Services,
  version: PersonaVersion,
  attempt: Attempt,
) => Promise<EntityData<PersonaVersion> | null>;
