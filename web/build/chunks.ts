import type { Rolldown } from 'vite';

/**
 * Assigns a module to a chunk. On a mobile network the number of files determines the loading time, so
 * everything that every page needs is in one chunk, and what the entry pages need beyond that is in another.
 * @returns the chunk's name, or null to let the bundler decide
 */
export const assignChunk: Rolldown.CodeSplittingNameFunction = (id, context) => {
  const needed = new Set([id]);
  for (const one of needed)
    for (const importer of context.getModuleInfo(one)?.importers ?? []) needed.add(importer);
  const by = (name: string): boolean => [...needed].some((one) => one.endsWith(name));
  return by('/src/main.ts') ? 'app' : by('/src/app/firstPages.ts') ? 'first' : null;
};
