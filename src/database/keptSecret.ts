import type { MikroORM } from '@mikro-orm/postgresql';
import { Secret } from '../entities/Secret.js';

/**
 * Reads a secret from the database, or generates and stores it, so that sessions survive a restart and all
 * processes share it. Concurrent callers get the same secret.
 * @param make called if the secret does not exist yet
 */
export async function getOrCreateSecret(orm: MikroORM, name: string, make: () => string): Promise<string> {
  const em = orm.em.fork();
  const known = await em.findOne(Secret, { name });
  if (known !== null) return known.value;
  await em.createQueryBuilder(Secret).insert({ name, value: make() }).onConflict().ignore().execute();
  return (await em.findOneOrFail(Secret, { name })).value;
}
