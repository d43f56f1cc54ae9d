import { hkdfSync } from 'node:crypto';
import type { DataKeys } from './entities/sealed.js';

/** A key's id, and its 32 bytes in base64. */
const DATA_KEY = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/]{43}=)$/;
/** The entry for the key derived from APP_SECRET. */
export const DERIVED_KEY = 'app-secret';
/** The entry that makes this version write plain text. */
const PLAIN = 'plain';

/** The entries of a DATA_KEYS list; null if it is malformed. */
function dataKeyEntries(list: string): { id: string; key: string | null }[] | null {
  const entries = list.split(',').map((entry, at) => {
    const name = entry.trim();
    if (name === DERIVED_KEY || (name === PLAIN && at === 0)) return { id: name, key: null };
    const [, id = '', key = ''] = DATA_KEY.exec(name) ?? [];
    return id === '' || id === DERIVED_KEY || id === PLAIN ? null : { id, key };
  });
  const valid = entries.filter((entry) => entry !== null);
  const ids = new Set(valid.map(({ id }) => id));
  return valid.length === entries.length && ids.size === valid.length ? valid : null;
}

/**
 * Reads a list of keys. The first encrypts, all decrypt.
 * @param list as in DATA_KEYS
 * @throws Error if it is malformed, or refers to an APP_SECRET that is not set
 */
export function parseDataKeys(list: string, appSecret?: string): DataKeys {
  const entries = dataKeyEntries(list.trim());
  if (entries === null) throw new Error('The list of data keys is malformed.');
  const keys = new Map<string, Buffer>();
  for (const { id, key } of entries) {
    if (key !== null) keys.set(id, Buffer.from(key, 'base64'));
    else if (id === DERIVED_KEY) {
      if (appSecret === undefined) throw new Error('The data key app-secret needs APP_SECRET.');
      keys.set(id, Buffer.from(hkdfSync('sha256', appSecret, '', 're-mirai data key', 32)));
    }
  }
  const first = entries[0]?.id;
  return { current: first === undefined || first === PLAIN ? null : first, keys };
}

/** Whether a text is a list as in DATA_KEYS. */
export const isDataKeyList = (list: string): boolean => dataKeyEntries(list) !== null;

/** Whether a list has the key that is derived from APP_SECRET. */
export const usesDerivedKey = (list: string): boolean =>
  dataKeyEntries(list)?.some(({ id }) => id === DERIVED_KEY) ?? false;
