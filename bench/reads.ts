import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { CreateSurveyDocument, PublicSurveyDocument } from '../operations/generated/graphql.js';
import documents from '../operations/generated/documents.json' with { type: 'json' };
import { contenderChart } from './figures/contenderChart.js';
import { type Goal, keepResult, reportGoals } from './figures/goals.js';
import { type Contender, figureOf, type Measured, ratioOf, sideBySide } from './figures/sideBySide.js';
import { loadByWrk, type LoadRequest } from './reads/loadByWrk.js';
import { startEdge } from './reads/startEdge.js';
import { startPeer } from './reads/startPeer.js';
import { startStage } from './stage/startStage.js';

/**
 * Serves one survey in every way, beside the peers, in one run: `npm run bench:reads -- [rounds] [seconds]`. wrk makes the
 * load from one thread. The peers read the same row of the same database and send the same bytes.
 */
const [rounds = 3, seconds = 4] = process.argv.slice(2).map(Number);
const CONNECTIONS = 32;

// The peers refuse nothing.
await using stage = await startStage(Infinity);
await using opened = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 're-mirai-reads-'));
opened.defer(() => rm(folder, { recursive: true, force: true }));
const { survey } = (await stage.owner.client.run(CreateSurveyDocument, { locale: 'EN' })).createSurvey;
const variables = { slug: survey.slug };
const query = new URLSearchParams({
  documentId: documents.PublicSurvey,
  variables: JSON.stringify(variables),
});
const trusted = `${stage.url}/graphql?${String(query)}`;
const post = JSON.stringify({ query: print(PublicSurveyDocument), variables });
const databaseUrl = stage.app.services.orm.config.get('clientUrl') ?? '';

const response = await fetch(trusted);
const headers = [...response.headers].filter(
  ([name]) => !['date', 'connection', 'keep-alive'].includes(name),
);
const answer = { headers, body: await response.text() };
const answerFile = join(folder, 'answer.json');
await writeFile(answerFile, JSON.stringify({ headers: headers.flat(), body: answer.body }));
const peer = async (kind: Parameters<typeof startPeer>[0]) =>
  opened.use(await startPeer(kind, databaseUrl, answerFile));
const [bare, yoga, mercurius] = [await peer('bare'), await peer('yoga'), await peer('mercurius')];
const edge = opened.use(await startEdge(folder, new URL(stage.url).port, answer));

for (const url of [yoga.url, mercurius.url]) {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: post };
  const theirs = JSON.stringify(await (await fetch(`${url}/graphql`, options)).json());
  const ours = JSON.stringify(await (await fetch(`${stage.url}/graphql`, options)).json());
  if (theirs !== ours) throw new Error(`A peer answers something else:\n${theirs}\n${ours}`);
}

const ownSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** @param cpuSeconds of the process that answers; null if there are several */
const load = (
  name: string,
  request: LoadRequest,
  cpuSeconds: (() => number) | null = ownSeconds,
): Contender => ({
  name,
  async run(): Promise<Record<string, number>> {
    const before = cpuSeconds?.() ?? 0;
    const { perSecond, p99Ms } = await loadByWrk(folder, request, { seconds, connections: CONNECTIONS });
    if (cpuSeconds === null) return { perSecond, p99Ms };
    return { perSecond, p99Ms, cpuMs: ((cpuSeconds() - before) * 1_000) / (perSecond * seconds) };
  },
});
const contenders = {
  trusted: load('trusted', { url: trusted }),
  bare: load('bare', { url: bare.url }, bare.cpuSeconds),
  post: load('post', { url: `${stage.url}/graphql`, body: post }),
  yoga: load('yoga', { url: `${yoga.url}/graphql`, body: post }, yoga.cpuSeconds),
  mercurius: load('mercurius', { url: `${mercurius.url}/graphql`, body: post }, mercurius.cpuSeconds),
  edge: load('edge', { url: trusted.replace(stage.url, edge.edgeUrl) }, null),
  static: load('static', { url: edge.staticUrl }, null),
};
// Nobody is measured while its code is being compiled.
await sideBySide(Object.values(contenders), 1);
const measured = await sideBySide(Object.values(contenders), rounds);
const of = (name: keyof typeof contenders): Measured => {
  const found = measured.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} was not measured.`);
  return found;
};
const labels: Record<keyof typeof contenders, string> = {
  trusted: 'Re:MirAI, trusted document',
  bare: 'bare node:http, same bytes',
  post: 'Re:MirAI, POST',
  mercurius: 'Mercurius-JIT, POST',
  yoga: 'Yoga, POST',
  edge: 'Re:MirAI, nginx edge',
  static: 'nginx, same bytes from a file',
};
const bars = (Object.keys(labels) as (keyof typeof contenders)[]).map((name) => ({
  label: labels[name],
  spread: figureOf(of(name), 'perSecond'),
  isOurs: labels[name].startsWith('Re:MirAI'),
}));
await keepResult(
  'reads.svg',
  contenderChart('A public survey, read again and again (requests a second, 32 connections)', bars),
);
const ratio = (
  [one, other]: [keyof typeof contenders, keyof typeof contenders],
  goal: number,
  predicted: number,
): Goal => ({
  what: `${labels[one]}, beside ${labels[other]}`,
  unit: 'times',
  goal,
  is: 'least',
  predicted,
  measured: ratioOf(of(one), of(other), 'perSecond'),
});
await reportGoals({
  name: 'reads',
  title: 'A public survey, read again and again',
  goals: [
    ratio(['trusted', 'bare'], 0.5, 0.8),
    ratio(['trusted', 'mercurius'], 2, 6),
    ratio(['post', 'yoga'], 1.5, 1.7),
    ratio(['edge', 'static'], 0.9, 0.75),
    {
      what: labels.edge,
      unit: 'requests/s',
      goal: 50_000,
      is: 'least',
      predicted: 60_000,
      measured: figureOf(of('edge'), 'perSecond'),
    },
  ],
});
