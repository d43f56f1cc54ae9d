import { signIn } from '../client/signIn.js';
import { CreateSurveyDocument } from '../operations/generated/graphql.js';
import { launchChromium } from '../scripts/browser/launchChromium.js';
import { freePort } from '../test/testkit/freePort.js';
import { startProcess } from '../test/testkit/process.js';
import { temporaryFolder } from '../test/testkit/temporaryFolder.js';
import { percentile } from './figures/percentile.js';
import { type LighthouseResult, runLighthouse } from './lighthouse/runLighthouse.js';

/**
 * Runs Lighthouse with its phone profile on the two entry pages, served by the real server: `npm run
 * lighthouse [rounds]`. Prints medians, by default of three rounds. Exits with 1 if a page misses a goal.
 */
const ROUNDS = Number(process.argv[2] ?? 3);
const goals = { performance: 95, accessibility: 100, bestPractices: 95 } as const;

type Figure = Exclude<keyof LighthouseResult, 'faults'>;

await using folder = await temporaryFolder();
await using server = await startProcess({ DATA_DIR: folder.path, LOG_LEVEL: 'error' });
await using owner = await signIn(server.url, { email: 'mina@demo.example', name: 'Mina Park' });
const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;

const port = await freePort();
await using browser = await launchChromium([`--remote-debugging-port=${port}`]);

let missed = 0;
for (const [name, path] of [
  ['landing', '/'],
  ['survey', `/s/${survey.slug}`],
] as const) {
  const rounds: LighthouseResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push(await runLighthouse(`${server.url}${path}`, port));
  const median = (figure: Figure): number =>
    percentile(
      rounds.map((one) => one[figure]),
      50,
    );
  process.stdout.write(
    `${name}: performance ${median('performance')} · accessibility ${median('accessibility')} · best practices ${median('bestPractices')} · SEO ${median('seo')}\n` +
      `  LCP ${(median('lcp') / 1000).toFixed(2)} s · CLS ${median('cls').toFixed(3)} · TBT ${median('tbt').toFixed(0)} ms · ${(median('bytes') / 1024).toFixed(0)} KB\n`,
  );
  for (const fault of new Set(rounds.flatMap(({ faults }) => faults))) process.stdout.write(`  - ${fault}\n`);
  for (const [goal, least] of Object.entries(goals) as [keyof typeof goals, number][])
    if (median(goal) < least) {
      missed += 1;
      process.stdout.write(`  MISSED: ${goal} is below ${least}\n`);
    }
}
process.stdout.write(`Chromium ${browser.version()}, medians of ${ROUNDS}\n`);
process.exitCode = missed === 0 ? 0 : 1;
