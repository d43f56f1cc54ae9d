import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../request.js';
import { isFileNotFound } from './findFile.js';

/** Written by web/build/pageManifest.ts: paths inside the build; the pages by route pattern. */
interface Manifest {
  app: { script: string; styles: string[]; fonts: Record<Language, string> };
  pages: Record<string, { files: string[]; soon: string[]; words: Record<Language, string[]> }>;
}

/** What a page needs before its first screen can be painted, and what may wait until it is. Files are paths. */
export interface FirstFiles {
  /** Style sheets, in the order of the cascade. */
  styles: string[];
  /** The text of these style sheets. */
  css: string;
  /** Text of the script that runs before the first paint, and loads everything else after it. */
  beforeApp: string;
  /** The style sheet with the fonts. */
  font: string;
  /** The scripts with which the app starts on this page, its own first. */
  scripts: string[];
  /** What is likely to be needed right after the start. */
  soon: string[];
}

const FILE = '.vite/first-files.json';

const isStyle = (file: string): boolean => file.endsWith('.css');

/** The entry of a Link header that preloads a file. */
const linkTo = (file: string): string =>
  `</${file}>; rel=${isStyle(file) ? 'preload; as=style' : 'modulepreload'}; crossorigin`;

/**
 * Looks up the files that each page of the app loads first. The list is read again after each build.
 * @param folder folder of the web app
 */
export function createPageFiles(folder: string) {
  let cached: { at: number; manifest: Manifest; first: Map<string, Promise<FirstFiles>> } | undefined;
  const path = join(folder, FILE);
  const text = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');

  /** Undefined for a build that was copied without its hidden folders. It also works, but loads more slowly. */
  async function current(): Promise<typeof cached> {
    try {
      const at = (await stat(path)).mtimeMs;
      if (cached?.at !== at)
        cached = { at, manifest: JSON.parse(await readFile(path, 'utf8')) as Manifest, first: new Map() };
      return cached;
    } catch (error) {
      if (isFileNotFound(error)) return undefined;
      throw error;
    }
  }

  async function readFirst({ app, pages }: Manifest, address: string, language: Language) {
    const page = pages[address];
    const files = page === undefined ? [] : [...page.files, ...page.words[language]];
    const styles = [...app.styles, ...files.filter(isStyle)];
    const [beforeApp = '', ...sheets] = await Promise.all(['before-app.js', ...styles].map(text));
    return {
      styles,
      css: sheets.join('\n'),
      beforeApp,
      font: app.fonts[language],
      scripts: [app.script, ...files.filter((file) => !isStyle(file))],
      soon: page?.soon ?? [],
    };
  }

  return {
    /**
     * Announces a page's files to the browser, which saves a round trip on a mobile network.
     * @param address route pattern of the page
     * @returns the value of a Link header, or null if the app has no page at this route
     */
    async links(address: string, language: Language): Promise<string | null> {
      const { app, pages } = (await current())?.manifest ?? {};
      const first = pages?.[address];
      if (app === undefined || first === undefined) return null;
      return [app.fonts[language], ...first.files, ...first.words[language]].map(linkTo).join(', ');
    },
    /** The files of a page with a first screen, or undefined if the build has no list of them. */
    async first(address: string, language: Language): Promise<FirstFiles | undefined> {
      const build = await current();
      if (build === undefined) return undefined;
      const key = `${language} ${address}`;
      const files = build.first.get(key) ?? readFirst(build.manifest, address, language);
      // A failure is not kept.
      files.catch(() => build.first.delete(key));
      build.first.set(key, files);
      return files;
    },
  };
}
