import type { EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { updatePersonaFromVersions, type PersonaChange } from './followVersions.js';
import { lockPersona } from './lockPersona.js';
import { PersonaVersion, type VersionStatus } from './PersonaVersion.js';

/**
 * The state in which a saga step found the version. The step writes only while the version is still in it.
 */
export interface VersionStep {
  id: string;
  generation: number;
  status: VersionStatus;
}

/**
 * Updates a version and its persona in the caller's transaction.
 * @returns null, without a change, if the version is no longer in the expected state or is deleted
 */
export async function updateVersion(
  em: EntityManager,
  personaId: string,
  here: VersionStep,
  change: EntityData<PersonaVersion>,
): Promise<PersonaChange | null> {
  await lockPersona(em, personaId);
  const rows = await em.nativeUpdate(PersonaVersion, { ...here }, change);
  return rows === 0 ? null : updatePersonaFromVersions(em, personaId);
}
