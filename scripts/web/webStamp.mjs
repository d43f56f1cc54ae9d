import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file in each build that identifies the sources it was built from. */
export const stampFile = (dist) => join(dist, '.built');

/**
 * A hash of everything that a build depends on: the folder web/, except for builds in it, and the locked
 * packages.
 */
export function stampOf(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const file of filesIn(join(root, 'web')))
    hash.update(`\0${file}\0`).update(readFileSync(join(root, 'web', file)));
  return hash.digest('hex');
}

/** Whether the build matches the current sources. */
export function isBuilt(root, dist) {
  try {
    return readFileSync(stampFile(dist), 'utf8') === stampOf(root);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function filesIn(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (path === 'dist' || entry.name.startsWith('.')) return [];
      return entry.isDirectory() ? filesIn(folder, path) : [path];
    });
}
