import type { EntityData } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { followVersions, type PersonaMoved } from './followVersions.js';
import { lockPersona } from './lockPersona.js';
import { PersonaVersion, type VersionStatus } from './PersonaVersion.js';

/** Where a saga step stands: what it writes is written only while the version is still there. */
export interface VersionStep {
  id: string;
  generation: number;
  status: VersionStatus;
}

/**
 * Moves a version on, and its persona with it, in the caller's transaction.
 * @returns null when the version has moved on by itself, or is gone: nothing was changed
 */
export async function moveVersion(
  em: EntityManager,
  personaId: string,
  here: VersionStep,
  change: EntityData<PersonaVersion>,
): Promise<PersonaMoved | null> {
  await lockPersona(em, personaId);
  const rows = await em.nativeUpdate(PersonaVersion, { ...here }, change);
  return rows === 0 ? null : followVersions(em, personaId);
}
