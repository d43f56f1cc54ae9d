import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { DatabaseStartError } from './databaseStartError.js';
import { hasCode } from './hasCode.js';

/**
 * Reads the password of the embedded database, or makes one at the first start (32 random bytes, for the owner's eyes
 * only). Of two first starts at once both answer the same one.
 * @param clusterExists found before this call: a new password would not open what is there
 * @throws DatabaseStartError when the password of an existing database is gone
 */
export async function databasePassword(file: string, clusterExists: boolean): Promise<string> {
  const known = await read(file);
  if (known !== undefined) return known;
  if (clusterExists)
    throw new DatabaseStartError(
      `${file} is missing, and the database beside it does not open without: put it back, or move the database away to start empty.`,
    );
  const draft = `${file}.new-${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    await link(draft, file); // Atomic, and refuses where a rename would replace: nobody ever reads half a password.
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return readFile(file, 'utf8');
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
