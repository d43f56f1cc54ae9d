import type { Plugin, Rolldown } from 'vite';
import { siteMap } from '../src/app/siteMap.js';
import { type Locale, locales } from '../src/i18n/locales.js';

type Bundle = Rolldown.OutputBundle;

/**
 * The scripts and styles of a page that index.html does not reference, and by language its message files and the
 * style sheet of the fonts. All paths are relative to the root of the build.
 */
interface PageFiles {
  files: string[];
  words: Record<string, string[]>;
}

/** The server reads this file. It does not serve folders that start with a dot. */
const FILE = '.vite/first-files.json';
/** The message areas that every page needs. */
const EVERYWHERE = ['shell', 'errors'];
/** The style sheets in src/styles/fonts. */
const fontStyles: Record<Locale, string> = { en: 'latin', ko: 'korean', ja: 'japanese' };

/** Writes a manifest of the files that each page requests, so that the server can preload them. */
export function pageManifest(): Plugin {
  return {
    name: 'page-manifest',
    apply: 'build',
    generateBundle(_options, bundle) {
      const entry = chunksOf(bundle).find(({ isEntry }) => isEntry);
      const known = new Set(entry === undefined ? [] : filesOf(bundle, entry));
      const files = (folder: string, name: string): string[] =>
        filesOf(bundle, chunkWith(bundle, folder, name)).filter((file) => !known.has(file));
      const words = (areas: string[], locale: Locale): string[] => [
        fontsOf(bundle, locale),
        ...[...EVERYWHERE, ...areas].flatMap((area) => files(`/messages/${locale}/`, `/${area}.json`)),
      ];
      const manifest = siteMap.map(({ path, page, messages }): [string, PageFiles] => [
        path,
        {
          files: files('/src/', `/${page}.vue`),
          words: Object.fromEntries(locales.map((locale) => [locale, [...new Set(words(messages, locale))]])),
        },
      ]);
      this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(Object.fromEntries(manifest)) });
    },
  };
}

const chunksOf = (bundle: Bundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).filter((one) => one.type === 'chunk');

/** The style sheet of a language's fonts, which is no part of a chunk. */
function fontsOf(bundle: Bundle, locale: Locale): string {
  const found = Object.keys(bundle).find((file) =>
    new RegExp(`/${fontStyles[locale]}-[^/]+\\.css$`).test(file),
  );
  if (found === undefined) throw new Error(`No style sheet has the fonts of ${locale}.`);
  return found;
}

/** The chunk that contains a source file: its own or a shared one. */
function chunkWith(bundle: Bundle, folder: string, name: string): Rolldown.OutputChunk {
  const isIt = (id: string): boolean => id.includes(folder) && id.endsWith(name);
  const found = chunksOf(bundle).find(({ moduleIds }) => moduleIds.some(isIt));
  if (found === undefined) throw new Error(`No chunk contains ${folder}…${name}.`);
  return found;
}

/** The files of a chunk: the chunk itself, its static imports, and the styles of all of them. */
function filesOf(bundle: Bundle, chunk: Rolldown.OutputChunk, found = new Set<string>()): string[] {
  if (found.has(chunk.fileName)) return [];
  found.add(chunk.fileName);
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk') filesOf(bundle, imported, found);
  }
  return [...found];
}
