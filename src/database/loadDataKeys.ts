import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Config } from '../config.js';
import { parseDataKeys } from '../dataKeys.js';
import { DataKey } from '../entities/DataKey.js';
import { type DataKeys, open, provideDataKeys, seal } from '../entities/sealed.js';
import { DatabaseStartError } from './errors.js';
import { getOrCreateSecretFile } from './secretFile.js';

/** An arbitrary constant, used only by this program. Processes that start together wait for this lock. */
const KEYS_LOCK = 0x6b657973;

/** Sealed with each key. */
const CANARY = 're-mirai';
const canaryPlace = (id: string): string => `data_key.canary/${id}`;

type KeySettings = Pick<Config, 'dataDir' | 'dataKeys'>;
type UsedKey = Pick<DataKey, 'id' | 'canary'>;

/**
 * Loads the keys of a database's sealed columns and gives them to its EntityManagers: those of the settings, or
 * else those in DATA_DIR/data-keys, which is created at the first start. Proves with a canary of each key that
 * the database has used that this process has the right ones.
 * @throws DatabaseStartError naming the missing or wrong key
 */
export async function loadDataKeys(orm: MikroORM, config: KeySettings): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(?)', [KEYS_LOCK]);
    const used = await em.find(DataKey, {});
    const keys = await checkDataKeys(used, config);
    await storeCanary(em, keys, used);
    provideDataKeys(orm, keys);
  });
}

/**
 * Reads the keys and proves that they include those that a database has used.
 * @throws DatabaseStartError naming the missing or wrong key
 */
export async function checkDataKeys(
  used: readonly UsedKey[],
  { dataDir, dataKeys }: KeySettings,
): Promise<DataKeys> {
  const file = join(dataDir, 'data-keys');
  const keys = dataKeys ?? (await keysOfFile(file, used));
  const source = dataKeys === undefined ? file : 'DATA_KEYS or APP_SECRET';
  for (const { id, canary } of used) checkKey(keys, id, canary, source);
  return keys;
}

async function keysOfFile(file: string, used: readonly UsedKey[]): Promise<DataKeys> {
  await mkdir(join(file, '..'), { recursive: true });
  const list = await getOrCreateSecretFile(file, () => {
    if (used.length > 0)
      throw new DatabaseStartError(
        `The database is encrypted, and ${file} is missing. Restore the file, or set DATA_KEYS to a list with the key ${used.map(({ id }) => id).join(' and ')}.`,
      );
    // The id is random, because keys of different files must not be mistaken for each other.
    return `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}\n`;
  });
  try {
    return parseDataKeys(list);
  } catch (cause) {
    throw new DatabaseStartError(`${file} is not a list of keys like DATA_KEYS.`, { cause });
  }
}

function checkKey(keys: DataKeys, id: string, canary: string, source: string): void {
  if (!keys.keys.has(id))
    throw new DatabaseStartError(
      `The database holds values encrypted with the key ${id}, which ${source} lacks. Add it to DATA_KEYS.`,
    );
  try {
    open(keys, canaryPlace(id), canary);
  } catch (cause) {
    throw new DatabaseStartError(
      `The key ${id} from ${source} is not the one that this database was encrypted with.`,
      { cause },
    );
  }
}

async function storeCanary(em: EntityManager, keys: DataKeys, used: readonly UsedKey[]): Promise<void> {
  const { current } = keys;
  if (current === null || used.some(({ id }) => id === current)) return;
  const canary = seal(keys, current, canaryPlace(current), CANARY) as string;
  await em.insert(DataKey, { id: current, canary });
}
