import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { BackupError, end, head, type Head, jobList, tableEnd, tableStart } from './format.js';

/** A part of a backup, in the order of the file. */
export type Part =
  | { head: Head }
  /** Some rows of a table, each as JSON. */
  | { table: string; columns: string[]; rows: string[] }
  /** After a table's last rows, which were intact. */
  | { end: string; rows: number }
  | z.infer<typeof jobList>;

/** About so many characters of rows come at a time. */
const BLOCK_LENGTH = 4_000_000;

/**
 * Reads a backup and checks it: each table's checksum and number of rows, and that the file is complete.
 * @throws BackupError at the first fault
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  await using handle = await open(file);
  const unzipped = createGunzip();
  const stored = handle.createReadStream({ autoClose: false });
  stored.on('error', (error) => unzipped.destroy(error));
  try {
    yield* partsOf(linesOf(stored.pipe(unzipped)));
  } catch (cause) {
    throw new BackupError(`${file} is not an intact backup of this product.`, { cause });
  }
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('The last line is incomplete.');
}

async function* partsOf(lines: AsyncGenerator<string>): AsyncGenerator<Part> {
  const next = async (): Promise<string> => {
    const result: IteratorResult<string, unknown> = await lines.next();
    if (result.done) throw new Error('The file ends early.');
    return result.value;
  };
  yield { head: head.parse(JSON.parse(await next())) };
  const total = { tables: 0, rows: 0 };
  let line = await next();
  for (; line.startsWith('{"table":'); line = await next()) {
    const { table, columns } = tableStart.parse(JSON.parse(line));
    const digest = createHash('sha256');
    let count = 0;
    let rows: string[] = [];
    let length = 0;
    for (line = await next(); line.startsWith('['); line = await next()) {
      digest.update(line).update('\n');
      rows.push(line);
      count += 1;
      length += line.length;
      if (length < BLOCK_LENGTH) continue;
      yield { table, columns, rows };
      rows = [];
      length = 0;
    }
    if (rows.length > 0) yield { table, columns, rows };
    const said = tableEnd.parse(JSON.parse(line));
    if (said.end !== table || said.rows !== count || said.sha256 !== digest.digest('hex'))
      throw new Error(`The rows of ${table} are not those that were written.`);
    yield { end: table, rows: count };
    total.tables += 1;
    total.rows += count;
  }
  yield jobList.parse(JSON.parse(line));
  const said = end.parse(JSON.parse(await next()));
  if (said.tables !== total.tables || said.rows !== total.rows) throw new Error('Tables are missing.');
}
