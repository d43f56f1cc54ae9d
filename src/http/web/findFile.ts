import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbsent } from './isAbsent.js';

/** Names in plain letters, none of which begins with a dot: nothing that is encoded, and no way out of the folder. */
const PLAIN = /^(?:\/[\w~@+-]+(?:\.[\w~@+-]+)*)+$/;
/** Sent in place of the file they were made of, never by their own name. */
const COMPRESSED = /\.(?:br|gz)$/;

/**
 * Finds a file by the path of an address.
 * @param path as it came, not decoded
 * @returns its path inside the folder; null where there is no such file
 */
export async function findFile(folder: string, path: string): Promise<string | null> {
  if (!PLAIN.test(path) || COMPRESSED.test(path)) return null;
  try {
    return (await stat(join(folder, path))).isFile() ? path.slice(1) : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}
