import type { Locale } from '../operations/generated/graphql.js';
import { launchChromium } from '../scripts/browser/launchChromium.js';
import { startBuilt } from './stage/startBuilt.js';
import { temporaryFolder } from '../test/testkit/temporaryFolder.js';
import { percentile } from './figures/percentile.js';
import { loadPage, type PageLoad } from './pages/loadPage.js';
import { ownedPages } from './pages/ownedPages.js';

/**
 * Loads a page of each kind in each language, as a phone's first visit, and prints what it transfers and how it
 * appears as a table: `npm run bench:pages -- [rounds] [languages] [url of a server of another version]`, for
 * example `1 EN,KO,JA http://localhost:4100`. With a second server each figure is `there → here`, and the two take
 * turns page by page. Prints medians, by default of one round in all languages.
 */
const [rounds = '1', languages = 'EN,KO,JA', other] = process.argv.slice(2);
const readers: Record<Locale, string> = { EN: 'en-US', KO: 'ko-KR', JA: 'ja-JP' };

await using folder = await temporaryFolder();
await using server = await startBuilt({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
await using browser = await launchChromium();
const urls = other === undefined ? [server.url] : [other, server.url];

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(0);
const columns: [title: string, text: (load: PageLoad) => string][] = [
  ['requests', ({ requests }) => String(requests)],
  ['KB', ({ bytes }) => kilobytes(bytes)],
  ['KB of fonts', ({ fontBytes }) => kilobytes(fontBytes)],
  ['layout shift', ({ cls }) => cls.toFixed(4)],
  ['LCP in s', ({ lcp }) => (lcp / 1000).toFixed(2)],
];

/** The median of each figure by itself. */
function median(loads: readonly PageLoad[]): PageLoad {
  const of = (figure: keyof PageLoad): number =>
    percentile(
      loads.map((load) => load[figure]),
      50,
    );
  return {
    requests: of('requests'),
    bytes: of('bytes'),
    fontBytes: of('fontBytes'),
    cls: of('cls'),
    lcp: of('lcp'),
  };
}

process.stdout.write(`| page, language | ${columns.map(([title]) => title).join(' | ')} |\n`);
process.stdout.write(`| --- ${columns.map(() => '| --- ').join('')}|\n`);
for (const locale of languages.split(',') as Locale[]) {
  const owned = await Promise.all(urls.map((url) => ownedPages(url, locale)));
  for (const [at, { name, isPrivate }] of (owned[0]?.pages ?? []).entries()) {
    const loads: PageLoad[][] = urls.map(() => []);
    for (let round = 0; round < Number(rounds); round += 1)
      for (const [which, url] of urls.entries()) {
        const { pages, storage } = owned[which]!;
        const options = { locale: readers[locale], ...(isPrivate && { storageState: storage }) };
        loads[which]?.push(await loadPage(browser, `${url}${pages[at]!.path}`, options));
      }
    const figures = loads.map(median);
    const cells = columns.map(([, text]) => figures.map(text).join(' → '));
    process.stdout.write(`| ${name}, ${locale} | ${cells.join(' | ')} |\n`);
  }
}
