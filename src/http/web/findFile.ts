import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileNotFound } from './isAbsent.js';

/**
 * Allows plain names that do not start with a dot. Excludes encoded characters and paths that leave the
 * folder.
 */
const SAFE_PATH = /^(?:\/[\w~@+-]+(?:\.[\w~@+-]+)*)+$/;
/** Compressed copies. They are sent instead of the original file, never under their own name. */
const COMPRESSED = /\.(?:br|gz)$/;

/**
 * Finds a file by the path of a URL.
 * @param path as received, not decoded
 * @returns its path inside the folder, or null if there is no such file
 */
export async function findFile(folder: string, path: string): Promise<string | null> {
  if (!SAFE_PATH.test(path) || COMPRESSED.test(path)) return null;
  try {
    return (await stat(join(folder, path))).isFile() ? path.slice(1) : null;
  } catch (error) {
    if (isFileNotFound(error)) return null;
    throw error;
  }
}
