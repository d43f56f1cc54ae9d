import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAi } from '../../src/ai/createAi.js';
import { currentWarnings, probeModels, type RoleReport } from '../../src/ai/probe.js';
import { modelsAt, silent } from './standIn.js';

/** What a provider answers, by path. Everything else is 404. */
type Answers = Record<string, { status?: number; body: unknown }>;

const flagged = { body: { results: [{ flagged: false, categories: {} }] } };
const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

const opened: (() => void)[] = [];
afterEach(() => void vi.restoreAllMocks());
afterEach(() => opened.splice(0).forEach((close) => close()));

async function provider(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    response.writeHead(answer?.status ?? (answer ? 200 : 404), { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer?.body ?? {}));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  opened.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

async function probe(
  baseUrl: string,
  env?: NodeJS.ProcessEnv,
): Promise<Record<RoleReport['role'], RoleReport>> {
  const models = modelsAt(baseUrl, env);
  const reports = await probeModels(models, createAi(models, { isDemo: false, log: silent }), silent);
  return Object.fromEntries(reports.map((report) => [report.role, report])) as Record<
    RoleReport['role'],
    RoleReport
  >;
}

const listed = (...models: object[]) => ({ body: { object: 'list', data: models } });

describe('the probe of the providers at the start', () => {
  it('warns of nothing where the models are listed and texts are moderated', async () => {
    const models = listed({ id: 'text-1' }, { id: 'image-1' });
    const reports = await probe(await provider({ '/v1/models': models, '/v1/moderations': flagged }));
    expect(Object.values(reports).map(({ warning }) => warning)).toEqual([null, null, null, null]);
  });

  it('names a model that the provider does not list, and some that it does', async () => {
    const reports = await probe(
      await provider({ '/v1/models': listed({ id: 'qwen3:8b' }, { id: 'image-1:latest' }) }),
    );
    expect(reports.text.warning).toBe(
      'The provider does not list the model text-1. It lists 2, for example qwen3:8b, image-1:latest.',
    );
    expect(reports.image.warning).toBeNull();
  });

  it('names the day on which a model goes or went', async () => {
    const seconds = Date.parse(day(-5)) / 1000;
    const models = listed(
      { id: 'text-1', shutdown_date: day(40) },
      { id: 'image-1', shutdown_date: seconds },
    );
    const reports = await probe(await provider({ '/v1/models': models }));
    expect(reports.text.warning).toBe(
      `The provider will shut down the model text-1 on ${day(40)}. Choose another one before.`,
    );
    expect(reports.image.warning).toContain(`shut down the model image-1 on ${day(-5)}`);
  });

  it('reports the local word list where the provider has no moderation', async () => {
    const { moderation } = await probe(await provider({}));
    expect(moderation.model).toBeNull();
    expect(moderation.warning).toContain('local word list');
  });

  it('warns of a wrong key and of a provider that is not there, without naming either', async () => {
    const refused = { status: 401, body: { error: { message: 'Incorrect API key provided: sk-canary' } } };
    const { text } = await probe(await provider({ '/v1/models': refused, '/v1/moderations': refused }));
    expect(text.warning).toContain('credentials');
    const gone = await probe('http://127.0.0.1:1/v1');
    expect(gone.text.warning).toContain('could not be reached');
    expect(JSON.stringify([text, gone])).not.toMatch(/canary|127\.0\.0\.1/);
  });

  it('has nothing to say of a provider without a list of models', async () => {
    const { text, chat } = await probe(await provider({ '/v1/moderations': flagged }));
    expect([text.warning, chat.warning]).toEqual([null, null]);
  });

  it.each<[what: string, data: unknown]>([
    ['an object', { id: 'text-1' }],
    ['a text', 'text-1'],
    ['null', null],
    ['entries without an id', [null, 3, 'text-1', {}, { id: 7 }, { id: { name: 'text-1' } }]],
  ])('goes on where a list of models is %s', async (_what, data) => {
    const models = { body: { object: 'list', data } };
    const { text, image } = await probe(await provider({ '/v1/models': models, '/v1/moderations': flagged }));
    expect([text.warning, image.warning]).toEqual([null, null]);
  });

  it('never ends the start, whatever goes wrong', async () => {
    const models = modelsAt(await provider({}));
    const broken = { review: () => Promise.reject(new TypeError('x is not a function')) };
    const ai = { ...createAi(models, { isDemo: false, log: silent }), moderator: broken };
    const reports = await probeModels(models, ai, silent);
    expect(reports.find(({ role }) => role === 'moderation')?.warning).toContain('could not be read');
  });
});

it('the warning about moderation follows the provider', async () => {
  const models = modelsAt(await provider({}));
  const answers: Answers = {};
  const ai = createAi(modelsAt(await provider(answers)), { isDemo: false, log: silent });
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const reports = await probeModels(models, ai, silent);
  const warning = () => currentWarnings(reports, ai).find(({ role }) => role === 'moderation')?.warning;
  expect(warning()).toContain('local word list');
  answers['/v1/moderations'] = flagged;
  clock.mockReturnValue(10 * 60_000 + 1);
  await ai.moderator.review('Hello', new AbortController().signal);
  expect(warning()).toBeNull();
});
