import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hasCode } from '../sqlErrors.js';
import { DatabaseStartError } from './errors.js';

/**
 * Reads the password of the embedded database, or generates one at the first start (32 random bytes, readable
 * by the file's owner only). Concurrent first starts return the same password.
 * @param clusterExists whether a database existed before this call: a new password would not open it
 * @throws DatabaseStartError if the password of an existing database is missing
 */
export async function getOrCreatePassword(file: string, clusterExists: boolean): Promise<string> {
  const known = await read(file);
  if (known !== undefined) return known;
  if (clusterExists)
    throw new DatabaseStartError(
      `${file} is missing, and the database next to it cannot be opened without it. Restore the file, or move the database away to start empty.`,
    );
  const draft = `${file}.new-${process.pid}`;
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
  try {
    await link(draft, file); // Atomic, and unlike a rename it fails if the file exists.
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
