import type { MikroORM } from '@mikro-orm/postgresql';
import { PersonaVersion } from '../../src/entities/PersonaVersion.js';

/** The id of a persona's first version. */
export async function firstVersionOf(orm: MikroORM, persona: string): Promise<string> {
  const version = await orm.em.fork().findOneOrFail(PersonaVersion, { persona, number: 1 });
  return version.id;
}
