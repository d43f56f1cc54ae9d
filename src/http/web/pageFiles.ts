import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../request.js';
import { isFileNotFound } from './findFile.js';

/** Written by web/build/pageManifest.ts: paths inside the build, by route pattern. */
type FirstFiles = Record<string, { files: string[]; words: Record<Language, string[]> }>;

const FILE = '.vite/first-files.json';

/** The entry of a Link header that preloads a file. */
const linkTo = (file: string): string =>
  file.endsWith('.css')
    ? `</${file}>; rel=preload; as=style; crossorigin`
    : `</${file}>; rel=modulepreload; crossorigin`;

/**
 * Looks up the files that each page of the app loads first, so that the page can announce them to the
 * browser. This saves a round trip on a mobile network. The list is read again after each build.
 * @param folder folder of the web app
 */
export function createPageFiles(folder: string) {
  let cached: { at: number; files: FirstFiles } | undefined;
  const path = join(folder, FILE);

  async function current(): Promise<FirstFiles> {
    try {
      const at = (await stat(path)).mtimeMs;
      if (cached?.at !== at) cached = { at, files: JSON.parse(await readFile(path, 'utf8')) as FirstFiles };
      return cached.files;
    } catch (error) {
      // A build copied without its hidden folders also works, but the first load is slower.
      if (isFileNotFound(error)) return {};
      throw error;
    }
  }

  return {
    /**
     * @param address route pattern of the page
     * @returns the value of a Link header, or null if the app has no page at this route
     */
    async links(address: string, language: Language): Promise<string | null> {
      const first = (await current())[address];
      return first === undefined ? null : [...first.files, ...first.words[language]].map(linkTo).join(', ');
    },
    /** The style sheets of a page and its language, in the order to load them. */
    async styles(address: string, language: Language): Promise<string[]> {
      const first = (await current())[address];
      const files = first === undefined ? [] : [...first.files, ...first.words[language]];
      return files.filter((file) => file.endsWith('.css'));
    },
  };
}
