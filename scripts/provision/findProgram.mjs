import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first executable file of this name on PATH, ignoring folders for which `skip` is true; undefined if
 * there is none.
 */
export function findProgram(name, { path = process.env.PATH ?? '', skip = () => false } = {}) {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '' && !skip(folder))
    .map((folder) => join(folder, file))
    .find(isRunnable);
}

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // Missing, dangling or forbidden: the search ignores it.
  }
}
