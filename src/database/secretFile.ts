import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { hasCode } from '../sqlErrors.js';

/**
 * Reads a secret from a file, or makes one and stores it, readable by the file's owner only. Concurrent callers
 * return the same secret.
 * @param make called if there is no file yet; may throw to refuse a new secret
 */
export async function getOrCreateSecretFile(file: string, make: () => string): Promise<string> {
  const known = await read(file);
  if (known !== undefined) return known;
  const draft = `${file}.new-${process.pid}`;
  await writeFile(draft, make(), { mode: 0o600, flush: true });
  try {
    await link(draft, file); // Atomic, and unlike a rename it fails if the file exists.
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(file, 'utf8')).trim();
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
