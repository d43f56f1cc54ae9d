import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { unsentMessage } from '../entities/Conversation.js';
import { pieceContent } from '../entities/account/DataExport.js';
import { DataKey } from '../entities/DataKey.js';
import { factText } from '../entities/Fact.js';
import { keptFieldsJson } from '../entities/persona/KeptFields.js';
import { messageSummary, messageText } from '../entities/Message.js';
import { versionSelf } from '../entities/PersonaVersion.js';
import { chunkText } from '../entities/ReplyChunk.js';
import { releaseSums, responseAnswers } from '../entities/Response.js';
import {
  type DataKeys,
  dataKeysOf,
  envelopePrefix,
  open,
  seal,
  type SealedColumn,
} from '../entities/sealed.js';
import { portraitAnswers } from '../entities/SelfPortrait.js';

/** All columns that are stored encrypted. */
export const sealedColumns: readonly Pick<
  SealedColumn<unknown>,
  'table' | 'column' | 'type' | 'key' | 'keyType' | 'placeOf'
>[] = [
  responseAnswers,
  releaseSums,
  portraitAnswers,
  versionSelf,
  messageText,
  messageSummary,
  chunkText,
  factText,
  unsentMessage,
  keptFieldsJson,
  pieceContent,
];

type Column = (typeof sealedColumns)[number];

/** Rows per commit. Their locks are held for as long as encrypting them takes, some milliseconds. */
const BATCH = 200;
/** Rows that others had locked are encrypted in the next pass. */
const PASSES = 5;
/** The scan for what is left may be long. */
const NO_TIMEOUT = 'set local statement_timeout = 0';

/** What a run has done. */
interface Reencryption {
  /** Values that were encrypted with another key, or not at all. */
  encrypted: number;
  /** Values that still are: another process writes them. */
  remaining: number;
  /** Keys that the database no longer uses. Empty while values remain. */
  retired: string[];
}

/**
 * Encrypts every value with the first key that is not yet, plain text included. Safe while the product runs, and
 * an interrupted run continues where it was, because the rows themselves say what is left: it commits in batches
 * and skips locked rows, so it waits for no request and no request waits for long.
 * @throws Error if the first entry of the keys is plain, or a value cannot be decrypted
 */
export async function reencrypt(orm: MikroORM): Promise<Reencryption> {
  const keys = dataKeysOf(orm.em);
  if (keys.current === null)
    throw new Error('The first entry of DATA_KEYS is plain, which encrypts nothing.');
  let encrypted = 0;
  let remaining = 0;
  for (let pass = 1; pass <= PASSES; pass += 1) {
    for (const column of sealedColumns) encrypted += await reencryptColumn(orm.em.fork(), keys, column);
    remaining = await countStale(orm.em.fork(), keys.current);
    if (remaining === 0) break;
  }
  return {
    encrypted,
    remaining,
    retired: remaining > 0 ? [] : await retireKeys(orm.em.fork(), keys.current),
  };
}

/** SQL for the stored text of a value. */
const textOf = ({ column, type }: Column): string => (type === 'jsonb' ? `${column} #>> '{}'` : column);

/** SQL for: the value is not sealed with the key whose prefix is `:prefix`. Empty texts are never sealed. */
const isStale = (column: Column): string =>
  `${column.column} is not null and ${textOf(column)} <> '' and not starts_with(${textOf(column)}, :prefix)`;

async function reencryptColumn(em: EntityManager, keys: DataKeys, column: Column): Promise<number> {
  let count = 0;
  for (let after: string | null = null; ;) {
    const done: { rows: number; last: string | null } = await em.transactional((tx) =>
      reencryptBatch(tx, keys, column, after),
    );
    count += done.rows;
    if (done.last === null) return count;
    after = done.last;
  }
}

/** @returns the number of rows, and the key of the last one; null after the last batch */
async function reencryptBatch(
  em: EntityManager,
  keys: DataKeys,
  column: Column,
  after: string | null,
): Promise<{ rows: number; last: string | null }> {
  const { table, key } = column;
  const current = keys.current ?? '';
  await em.execute(NO_TIMEOUT);
  const rows = await em.execute<{ row: string; value: unknown }[]>(
    `select ${key} as row, ${column.column} as value from ${table}
     where ${isStale(column)} and (:after::text is null or ${key} > :after) order by ${key} limit ${BATCH}
     for no key update skip locked`,
    { prefix: envelopePrefix(current), after },
  );
  const sealed = rows.map(({ row, value }) => {
    const place = column.placeOf(row);
    return { row, value: seal(keys, current, place, open(keys, place, value)) };
  });
  // A digest of answers can be guessed, so it goes with the plain answers.
  const also = table === 'response' ? ", content_hash = ''" : '';
  await em.execute(
    `update ${table} set ${column.column} = sealed.value${also}
     from json_to_recordset(?::json) as sealed(row ${column.keyType}, value ${column.type})
     where ${key} = sealed.row`,
    [JSON.stringify(sealed)],
  );
  return { rows: rows.length, last: rows.length < BATCH ? null : (rows.at(-1)?.row ?? null) };
}

async function countStale(em: EntityManager, current: string): Promise<number> {
  return em.transactional(async (tx) => {
    await tx.execute(NO_TIMEOUT);
    const counts = sealedColumns.map(
      (column) => `(select count(*) from ${column.table} where ${isStale(column)})`,
    );
    const [row] = await tx.execute<{ count: string }[]>(`select ${counts.join(' + ')} as count`, {
      prefix: envelopePrefix(current),
    });
    return Number(row?.count);
  });
}

async function retireKeys(em: EntityManager, current: string): Promise<string[]> {
  const others = await em.find(DataKey, { id: { $ne: current } });
  await em.nativeDelete(DataKey, { id: { $in: others.map(({ id }) => id) } });
  return others.map(({ id }) => id);
}
