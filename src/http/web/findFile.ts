import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCode } from '../../sqlErrors.js';

/** Whether a file operation failed because the file does not exist. */
export const isFileNotFound = (error: unknown): boolean =>
  hasCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG');

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

/**
 * The output folder of `npm run build:web`. A built module finds files as if it were in dist/src/, one level deeper than src/.
 */
export function webFolder(): string {
  const up = import.meta.url.endsWith('.ts') ? '../../..' : '../../../..';
  return fileURLToPath(new URL(`${up}/web/dist`, import.meta.url));
}
