import type { Rolldown } from 'vite';

/**
 * Which file of the build a module goes into. On a phone's network it is the number of files that costs: what every page
 * needs comes in one, and what the first pages need beyond that in another.
 * @returns null where the bundler may decide
 */
export const chunkOf: Rolldown.CodeSplittingNameFunction = (id, context) => {
  const needed = new Set([id]);
  for (const one of needed)
    for (const importer of context.getModuleInfo(one)?.importers ?? []) needed.add(importer);
  const by = (name: string): boolean => [...needed].some((one) => one.endsWith(name));
  return by('/src/main.ts') ? 'app' : by('/src/app/firstPages.ts') ? 'first' : null;
};
