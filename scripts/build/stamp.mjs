import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file in each build that identifies the sources it was built from. */
export const stampFile = (dist) => join(dist, '.built');

/**
 * A hash of everything that a build depends on: its sources, except for builds among them, and the locked packages.
 * @param sources files and folders, relative to the root
 */
export function stampOf(root, sources) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const source of sources)
    for (const file of filesIn(root, source))
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Whether the build matches the current sources. */
export function isBuilt(root, dist, sources) {
  try {
    return readFileSync(stampFile(dist), 'utf8') === stampOf(root, sources);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The files of a source by their paths from the root, in order. */
export function filesIn(root, source) {
  if (statSync(join(root, source)).isFile()) return [source];
  return readdirSync(join(root, source), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === 'dist' || entry.name.startsWith('.')) return [];
      const path = `${source}/${entry.name}`;
      return entry.isDirectory() ? filesIn(root, path) : [path];
    });
}
