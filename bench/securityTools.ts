import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { print } from 'graphql';
import { submission, threeFriends } from '../client/friends.js';
import { ApiClient } from '../client/apiClient.js';
import { signIn } from '../client/signIn.js';
import {
  CreateSurveyDocument,
  MessagesDocument,
  PersonaDocument,
  PinFactDocument,
  PublicSurveyDocument,
  ReceiptDocument,
  SubmitResponseDocument,
} from '../operations/generated/graphql.js';
import { startProcess } from '../test/testkit/process.js';
import { temporaryFolder } from '../test/testkit/temporaryFolder.js';
import { monotonicMs } from './figures/monotonicMs.js';
import { percentile } from './figures/percentile.js';

/**
 * Attacks a product of its own with Debian's tools: `npm run security-tools` (apt install sqlmap slowhttptest). sqlmap
 * tries the variables of operations; the run fails if it finds something. slowhttptest holds 500 slow
 * connections while a bystander reads a public survey, from this product and from one that is left alone.
 * Reports one line of JSON. `npm run security-tools sqlmap` and `npm run security-tools slow` run one of them.
 */
const SLOW_SECONDS = 45;
const PACE_MS = 50;
const CONNECTIONS = 500;

await using folder = await temporaryFolder();
await using product = await startProcess({ DATA_DIR: join(folder.path, 'data'), LOG_LEVEL: 'error' });
const endpoint = `${product.url}/graphql`;
await using owner = await signIn(product.url, { email: 'attack@demo.example', name: 'Attacked' });
const { survey } = (await owner.client.run(CreateSurveyDocument, {})).createSurvey;
const { slug, persona } = survey;
/** Another product, which is left alone. */
await using spared = await startProcess({ DATA_DIR: join(folder.path, 'spared'), LOG_LEVEL: 'error' });
await using sparedOwner = await signIn(spared.url, { email: 'spared@demo.example', name: 'Spared' });
const sparedSurvey = (await sparedOwner.client.run(CreateSurveyDocument, {})).createSurvey.survey;
const input = submission(slug, threeFriends[0]!);

/** The operations that sqlmap tries. `*` marks the place. */
const targets = {
  slug: [PublicSurveyDocument, { slug: `${slug}*` }],
  receipt: [ReceiptDocument, { receipt: `${'r'.repeat(32)}*` }],
  personaId: [PersonaDocument, { id: `${persona.id}*` }],
  cursor: [MessagesDocument, { personaId: persona.id, first: 5, after: 'W10*' }],
  text: [PinFactDocument, { personaId: persona.id, text: 'I like tea*' }],
  clientKey: [SubmitResponseDocument, { input: { ...input, clientKey: 'key*' } }],
} as const;

/** Runs a program. @returns its exit code and output */
async function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

/** @returns how many requests sqlmap made, how many of them the server failed to handle, and what it found */
async function injections(name: keyof typeof targets) {
  const [document, variables] = targets[name];
  const traffic = join(folder.path, `${name}.txt`);
  const { output } = await run('sqlmap', [
    ...['-u', endpoint, '--data', JSON.stringify({ query: print(document), variables })],
    ...['--headers', `Authorization: Bearer ${owner.session.accessToken}\nContent-Type: application/json`],
    ...['--batch', '--flush-session', '--dbms', 'PostgreSQL', '--level', '5', '--risk', '2'],
    ...['--ignore-code', '*', '--output-dir', join(folder.path, 'sqlmap'), '-t', traffic],
  ]);
  const answers = [...(await readFile(traffic, 'utf8')).matchAll(/^HTTP response \[#\d+\] \((\d+)/gm)];
  if (answers.length < 100) throw new Error(`sqlmap did not test ${name}:\n${output}`);
  const found = !output.includes('all tested parameters do not appear to be injectable');
  const serverErrors = answers.filter(([, status]) => Number(status) >= 500).length;
  return { requests: answers.length, serverErrors, found };
}

/**
 * A bystander asks the attacked product and one that is left alone at the same moments, so that what else the
 * machine does delays both.
 */
async function bystanders(seconds: number) {
  const attacked = { times: [] as number[], failed: 0 };
  const control = { times: [] as number[], failed: 0 };
  const ask = async (url: string, slug: string, seen: typeof attacked): Promise<void> => {
    const started = monotonicMs();
    const answer = await new ApiClient(url).request(PublicSurveyDocument, { slug }).catch(() => null);
    if (answer?.errors.length === 0) seen.times.push(monotonicMs() - started);
    else seen.failed += 1;
  };
  const asked: Promise<void>[] = [];
  for (const end = monotonicMs() + seconds * 1_000; monotonicMs() < end; await pause(PACE_MS))
    asked.push(
      ...inTurns(asked.length, [
        () => ask(product.url, slug, attacked),
        () => ask(spared.url, sparedSurvey.slug, control),
      ]),
    );
  await Promise.all(asked);
  return { attacked: figuresOf(attacked), control: figuresOf(control) };
}

/** Starts both, the other one first each time. */
const inTurns = (started: number, both: (() => Promise<void>)[]): Promise<void>[] =>
  (started % 4 === 0 ? both : both.toReversed()).map((start) => start());

const figuresOf = ({ times, failed }: { times: number[]; failed: number }) => ({
  p50Ms: Math.round(percentile(times, 50) * 10) / 10,
  p99Ms: Math.round(percentile(times, 99) * 10) / 10,
  answered: times.length,
  failed,
});

/** Slow headers, slow bodies and slow reading of answers. */
const slowModes = {
  headers: ['-H', '-i', '2'],
  bodies: ['-B', '-i', '2', '-s', '8192', '-f', 'application/json'],
  reading: ['-X', '-n', '2', '-w', '1', '-y', '8', '-z', '4', '-k', '3'],
};

async function slowly(mode: keyof typeof slowModes) {
  const attack = run('slowhttptest', [
    ...[...slowModes[mode], '-c', String(CONNECTIONS), '-r', '200', '-l', String(SLOW_SECONDS + 5)],
    ...['-u', mode === 'reading' ? `${product.url}/` : endpoint, '-p', '5', '-v', '1'],
  ]);
  // All connections are open after three seconds.
  await pause(3_000);
  const figures = await bystanders(SLOW_SECONDS);
  await attack;
  return figures;
}

const only = process.argv[2];
const report: Record<string, unknown> = {};
if (only !== 'slow')
  for (const name of Object.keys(targets) as (keyof typeof targets)[]) {
    const result = await injections(name);
    process.stderr.write(`sqlmap ${name}: ${JSON.stringify(result)}\n`);
    report[`sqlmap ${name}`] = result;
    if (result.found || result.serverErrors > 0) process.exitCode = 1;
  }
if (only !== 'sqlmap') {
  report['without an attack'] = await bystanders(SLOW_SECONDS);
  for (const mode of Object.keys(slowModes) as (keyof typeof slowModes)[]) {
    report[`slow ${mode}`] = await slowly(mode);
    process.stderr.write(`slow ${mode}: ${JSON.stringify(report[`slow ${mode}`])}\n`);
  }
}
process.stdout.write(`${JSON.stringify(report)}\n`);
