import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../acceptedLanguage.js';
import { isAbsent } from './isAbsent.js';

/** What web/build/firstFiles.ts writes: by address as routers write it, paths inside the build. */
type FirstFiles = Record<string, { files: string[]; words: Record<Language, string[]> }>;

const FILE = '.vite/first-files.json';

/** As a Link header names a file that will be asked for: a script by what it is, a style by what it is for. */
const linkTo = (file: string): string =>
  file.endsWith('.css')
    ? `</${file}>; rel=preload; as=style; crossorigin`
    : `</${file}>; rel=modulepreload; crossorigin`;

/**
 * Knows what each page of the app will ask for once it runs, so that a browser can be told with the page itself: on a
 * phone's network that saves a way there and back. Read anew after each build.
 * @param folder of the app
 */
export function createFirstFiles(folder: string) {
  let read: { at: number; files: FirstFiles } | undefined;
  const path = join(folder, FILE);

  async function current(): Promise<FirstFiles> {
    try {
      const at = (await stat(path)).mtimeMs;
      if (read?.at !== at) read = { at, files: JSON.parse(await readFile(path, 'utf8')) as FirstFiles };
      return read.files;
    } catch (error) {
      // Copied without its hidden folders, a build works as well, and is slower at first.
      if (isAbsent(error)) return {};
      throw error;
    }
  }

  /**
   * @param address of a page, as the server's router writes it
   * @returns the value of a Link header; null for an address that the app has no page of its own for
   */
  return async function linksFor(address: string, language: Language): Promise<string | null> {
    const first = (await current())[address];
    return first === undefined ? null : [...first.files, ...first.words[language]].map(linkTo).join(', ');
  };
}
