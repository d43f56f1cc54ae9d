import type { Rolldown } from 'vite';

/**
 * Assigns a module to a chunk. On a mobile network the number of files determines the loading time, so
 * everything that every page needs is in one chunk, and what the entry pages need beyond that is in another.
 * @returns the chunk's name, or null to let the bundler decide
 */
export const assignChunk: Rolldown.CodeSplittingNameFunction = (id, context) => {
  // The module and everything that imports it, directly or not: a set grows while it is iterated.
  const users = new Set([id]);
  for (const user of users)
    for (const importer of context.getModuleInfo(user)?.importers ?? []) users.add(importer);
  const isNeededBy = (file: string): boolean => [...users].some((user) => user.endsWith(file));
  return isNeededBy('/src/main.ts') ? 'app' : isNeededBy('/src/app/firstPages.ts') ? 'first' : null;
};
