import type { Locale } from '../operations/generated/graphql.js';
import { launchChromium } from '../scripts/browser/launchChromium.js';
import { freePort } from '../test/testkit/freePort.js';
import { startBuilt } from './stage/startBuilt.js';
import { temporaryFolder } from '../test/testkit/temporaryFolder.js';
import { percentile } from './figures/percentile.js';
import { type LighthouseResult, runLighthouse } from './lighthouse/runLighthouse.js';
import { ownedPages } from './pages/ownedPages.js';

/**
 * Runs Lighthouse with its phone profile on the pages that people share, in each language, served by the real
 * server: `npm run lighthouse [rounds]`. Prints medians, by default of three rounds. Exits with 1 if a page misses
 * a goal.
 */
const ROUNDS = Number(process.argv[2] ?? 3);
const readers: Record<Locale, string> = { EN: 'en-US', KO: 'ko-KR', JA: 'ja-JP' };
const least = { performance: 98, accessibility: 100, bestPractices: 100 } as const;
const most = { lcp: 1_300, cls: 0.02 } as const;

type Figure = Exclude<keyof LighthouseResult, 'faults'>;

const rounded = (value: number): string => (value < 1 ? value.toFixed(4) : value.toFixed(0));
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

await using folder = await temporaryFolder();
await using server = await startBuilt({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
let missed = 0;
for (const [locale, language] of Object.entries(readers) as [Locale, string][]) {
  const port = await freePort();
  await using browser = await launchChromium([
    `--remote-debugging-port=${port}`,
    `--accept-lang=${language}`,
  ]);
  const { pages } = await ownedPages(server.url, locale);
  for (const { name, path } of pages.filter(({ isPrivate }) => !isPrivate)) {
    const rounds: LighthouseResult[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push(await runLighthouse(`${server.url}${path}`, port));
    const median = (figure: Figure): number =>
      percentile(
        rounds.map((one) => one[figure]),
        50,
      );
    process.stdout.write(
      `${name} ${locale}: performance ${median('performance')} · accessibility ${median('accessibility')} · best practices ${median('bestPractices')} · SEO ${median('seo')}\n` +
        `  LCP ${(median('lcp') / 1000).toFixed(2)} s · CLS ${median('cls').toFixed(4)} · TBT ${rounded(median('tbt'))} ms · ${median('requests')} requests · ${kilobytes(median('bytes'))}, fonts ${kilobytes(median('fontBytes'))}, scripts ${kilobytes(median('scriptBytes'))}\n`,
    );
    for (const fault of new Set(rounds.flatMap(({ faults }) => faults)))
      process.stdout.write(`  - ${fault}\n`);
    const misses = [
      ...(Object.keys(least) as (keyof typeof least)[]).filter((goal) => median(goal) < least[goal]),
      ...(Object.keys(most) as (keyof typeof most)[]).filter((goal) => median(goal) > most[goal]),
    ];
    for (const goal of misses) process.stdout.write(`  MISSED: ${goal} ${rounded(median(goal))}\n`);
    missed += misses.length;
  }
  if (locale === 'JA') process.stdout.write(`Chromium ${browser.version()}, medians of ${ROUNDS}\n`);
}
process.exitCode = missed === 0 ? 0 : 1;
