import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

declare const content: unique symbol;

/** The AES-256 keys of stored texts, by the id that stored values name them with. */
export interface DataKeys {
  /** The id of the key that encrypts; null while plain text is written. */
  current: string | null;
  keys: ReadonlyMap<string, Buffer>;
}

/**
 * A value as it is stored: an envelope `sealed:1:<key id>:<base64 of nonce, tag and ciphertext>`, or the plain
 * value in a row from before encryption. Only a SealedColumn makes and opens it, so the compiler finds every
 * place that reads or writes such a column. At run time it is a text or a JSON document. A symbol by type,
 * because MikroORM takes symbols for scalars and neither texts nor documents are assignable to them.
 */
export type Sealed<T> = symbol & { readonly [content]: T };

const PREFIX = 'sealed:1:';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keysOfDatabase = new WeakMap<object, DataKeys>();

/** Gives every EntityManager of a database the keys of its sealed columns. */
export function provideDataKeys({ config }: Pick<MikroORM, 'config'>, keys: DataKeys): void {
  keysOfDatabase.set(config, keys);
}

type Keyed = Pick<EntityManager, 'config'>;

/** The keys of the database that `em` belongs to. @throws Error before they are provided */
export function dataKeysOf(em: Keyed): DataKeys {
  const keys = keysOfDatabase.get(em.config);
  if (keys === undefined) throw new Error('The data keys of this database are not loaded.');
  return keys;
}

/** The beginning of every value that is sealed with this key. */
export const envelopePrefix = (keyId: string): string => `${PREFIX}${keyId}:`;

/**
 * Seals a value with AES-256-GCM for one place: elsewhere it does not open. Each place has a key of its own,
 * derived from the data key, so that random nonces cannot repeat under one key. An empty text is stored as it
 * is.
 * @param place table, column and row
 * @param keyId null stores plain text
 */
export function seal(keys: DataKeys, keyId: string | null, place: string, value: unknown): unknown {
  if (value === '') return value;
  // A text that looks like an envelope must not be taken for one.
  if (keyId === null)
    return typeof value === 'string' && value.startsWith(PREFIX) ? `${PREFIX}:${value}` : value;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', placeKey(keys, keyId, place), nonce).setAAD(
    Buffer.from(place),
  );
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  const body = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64');
  return `${envelopePrefix(keyId)}${body}`;
}

/**
 * Opens what `seal` returned for the same place. Returns other values as they are: they are from before
 * encryption.
 * @throws Error if the key is missing or wrong, or the value was altered or belongs to another place
 */
export function open(keys: DataKeys, place: string, stored: unknown): unknown {
  if (typeof stored !== 'string' || !stored.startsWith(PREFIX)) return stored;
  const end = stored.indexOf(':', PREFIX.length);
  const [keyId, body] = [stored.slice(PREFIX.length, end), stored.slice(end + 1)];
  if (keyId === '') return body;
  const bytes = Buffer.from(body, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', placeKey(keys, keyId, place), nonce, {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8');
  try {
    return JSON.parse(text + decipher.final('utf8')) as unknown;
  } catch (cause) {
    throw new Error(`The sealed value in ${place} was altered or moved, or its key is wrong.`, { cause });
  }
}

/** Keys are KeyObjects: Node 24 takes 20 µs more for each use of one that is a Buffer or a text. */
function placeKey({ keys }: DataKeys, keyId: string, place: string): KeyObject {
  const key = keys.get(keyId);
  if (key === undefined) throw new Error(`DATA_KEYS lacks the key ${keyId} of ${place}.`);
  return createSecretKey(createHmac('sha256', createSecretKey(key)).update(place).digest());
}

/** A column whose values are sealed. Each entity declares its own. */
export class SealedColumn<T> {
  /**
   * @param type the column's type: plain values are texts or JSON documents
   * @param key SQL for the part of the place that names the row, and its type
   */
  constructor(
    readonly table: string,
    readonly column: string,
    readonly type: 'text' | 'jsonb',
    readonly key = 'id',
    readonly keyType: 'uuid' | 'text' = 'uuid',
  ) {}

  /** @param row the row's key */
  placeOf(row: string): string {
    return `${this.table}.${this.column}/${row}`;
  }

  /** @param row the row's key: the value opens in this row only */
  seal(em: Keyed, row: string, value: T): Sealed<T> {
    const keys = dataKeysOf(em);
    return seal(keys, keys.current, this.placeOf(row), value) as Sealed<T>;
  }

  /** @throws Error if the value does not belong to this row, or its key is unknown */
  open(em: Keyed, row: string, stored: Sealed<T>): T {
    return open(dataKeysOf(em), this.placeOf(row), stored) as T;
  }
}
