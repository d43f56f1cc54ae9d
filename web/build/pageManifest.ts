import type { Plugin, Rolldown } from 'vite';
import { siteMap } from '../src/app/siteMap.js';
import { type Locale, locales } from '../src/i18n/locales.js';

type Bundle = Rolldown.OutputBundle;

/**
 * The scripts and styles of a page that index.html does not reference, those that it is likely to need soon after,
 * and by language its message files. All paths are relative to the root of the build.
 */
interface PageFiles {
  files: string[];
  soon: string[];
  words: Record<string, string[]>;
}

/** The manifest: what every page loads, then the pages by route pattern. */
interface Manifest {
  app: { script: string; styles: string[]; fonts: Record<string, string> };
  pages: Record<string, PageFiles>;
}

/** The server reads this file. It does not serve folders that start with a dot. */
const FILE = '.vite/first-files.json';
/** The message areas that every page needs. */
const EVERYWHERE = ['shell', 'errors'];
/** The style sheets in src/styles/fonts. */
const fontStyles: Record<Locale, string> = { en: 'latin', ko: 'korean', ja: 'japanese' };

/** What the first tap on a page needs besides the page, by route pattern: ends of source files' paths. */
const tapped: Record<string, string[]> = {
  '/': ['/components/LazyExampleMirror.vue', '/device/inAppBrowser.ts', '/api/signIn.ts', '/api/client.ts'],
  '/s/:slug': ['/questionnaire/SurveyQuestion.vue', '/api/client.ts'],
  '/p/:slug': ['/device/inAppBrowser.ts', '/api/signIn.ts', '/api/client.ts'],
};

/** Writes a manifest of the files that each page requests, so that the server can preload them. */
export function pageManifest(): Plugin {
  return {
    name: 'page-manifest',
    apply: 'build',
    generateBundle(_options, bundle) {
      const entry = chunksOf(bundle).find(({ isEntry }) => isEntry);
      // The build of the first screens for the server has no page.
      if (entry === undefined) return;
      const known = new Set(filesOf(bundle, entry));
      const files = (folder: string, name: string): string[] =>
        filesOf(bundle, chunkWith(bundle, folder, name)).filter((file) => !known.has(file));
      const words = (areas: string[], locale: Locale): string[] =>
        [...EVERYWHERE, ...areas].flatMap((area) => files(`/messages/${locale}/`, `/${area}.json`));
      const pages = siteMap.map(({ path, page, messages }): [string, PageFiles] => {
        const first = files('/src/', `/${page}.vue`);
        const later = (tapped[path] ?? [])
          .flatMap((file) => files('/src/', file))
          .filter((file) => !first.includes(file));
        return [
          path,
          {
            files: first,
            soon: [...new Set(later)],
            words: Object.fromEntries(
              locales.map((locale) => [locale, [...new Set(words(messages, locale))]]),
            ),
          },
        ];
      });
      const manifest: Manifest = {
        app: {
          // The entry itself is empty; index.html names the chunk behind it.
          script: chunkWith(bundle, '/src/', '/main.ts').fileName,
          styles: [...known].filter((file) => file.endsWith('.css')),
          fonts: Object.fromEntries(locales.map((locale) => [locale, fontsOf(bundle, locale)])),
        },
        pages: Object.fromEntries(pages),
      };
      this.emitFile({ type: 'asset', fileName: FILE, source: JSON.stringify(manifest) });
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
