import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goalChart } from './figures/goalChart.js';
import { goalTable, resultsFolder, type StoredReport } from './figures/goals.js';

/**
 * All benchmarks that have goals, one after the other, each side by side with its peer: `npm run bench`, or some of them:
 * `npm run bench -- reads writes`, or none, to write only the summary: `npm run bench -- --summary`. Writes their results
 * as a table and as a chart to bench/results/.
 */
const names = [
  'reads',
  'writes',
  'subscriptions',
  'viral',
  'status',
  'first-token',
  'replies',
  'start',
  'growth',
];
const { values, positionals } = parseArgs({
  options: { summary: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(' or ')}, but ${names.join(', ')}.`);

/** Without arguments, because only then a benchmark keeps its figures. @returns whether it ran to its end */
async function run(name: string): Promise<boolean> {
  process.stdout.write(`\n== ${name}\n`);
  const child = spawn('npm', ['run', '--silent', `bench:${name}`], {
    cwd: resolve(import.meta.dirname, '..'),
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

const failed: string[] = [];
const chosen = values.summary ? [] : positionals.length > 0 ? positionals : names;
for (const name of chosen) if (!(await run(name))) failed.push(name);

const reports: StoredReport[] = [];
for (const name of names) {
  const text = await readFile(join(resultsFolder, `${name}.json`), 'utf8').catch(() => null);
  if (text !== null) reports.push(JSON.parse(text) as StoredReport);
}
const goals = reports.flatMap((report) => report.goals);
const page = [
  '# Goals and figures',
  '',
  '`npm run bench` writes this page. Medians of the rounds, with the lowest and highest; every peer ran in the same run.',
  '',
  '![How far each figure is from its goal](summary.svg)',
  ...reports.flatMap(({ title, date, machine, goals: own }) => [
    '',
    `## ${title}`,
    '',
    `${date}, ${machine}.`,
    '',
    goalTable(own),
  ]),
  '',
].join('\n');
await writeFile(join(resultsFolder, 'README.md'), page);
await writeFile(join(resultsFolder, 'summary.svg'), goalChart(goals));
process.stdout.write(`\n${page}`);
if (failed.length > 0) {
  process.stdout.write(`\nDid not run to their end: ${failed.join(', ')}.\n`);
  process.exitCode = 1;
}
