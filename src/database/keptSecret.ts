import type { MikroORM } from '@mikro-orm/postgresql';
import { Secret } from '../entities/Secret.js';

/**
 * A secret made once and kept in the database, so that a restart signs nobody out and several processes agree. Of two
 * that ask at once both get the same one.
 * @param make called when there is none yet
 */
export async function keptSecret(orm: MikroORM, name: string, make: () => string): Promise<string> {
  const em = orm.em.fork();
  const known = await em.findOne(Secret, { name });
  if (known !== null) return known.value;
  await em.createQueryBuilder(Secret).insert({ name, value: make() }).onConflict().ignore().execute();
  return (await em.findOneOrFail(Secret, { name })).value;
}
