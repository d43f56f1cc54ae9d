import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { print } from 'graphql';
import { describe, expect, it } from 'vitest';
import documents from '../../operations/generated/documents.json' with { type: 'json' };
import {
  CloseSurveyDocument,
  DeleteSurveyDocument,
  PublicSurveyDocument,
} from '../../operations/generated/graphql.js';
import { edgeConfiguration, nginxProgram, startNginx } from '../testkit/nginx.js';
import type { ReverseProxy } from '../testkit/proxyProcess.js';
import { newSurvey } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';

/** What the product promises, and nginx's whole seconds are part of it. */
const SHOWN_WITHIN_MS = 5_000;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Asks nginx, whose certificate is its own. */
function ask(url: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  const agent = new Agent({ rejectUnauthorized: false });
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        agent.destroy();
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

if (nginxProgram === undefined)
  console.warn('Skipped: nginx is not installed (Debian: apt-get install nginx).');

describe.skipIf(nginxProgram === undefined)('through deploy/nginx/re-mirai.conf', () => {
  const test = useApp();
  const owner = usePerson(test);
  const edge: ReverseProxy = useOne(() => startNginx(Number(new URL(test.url).port), edgeConfiguration()));

  const readSurvey = (slug: string, headers = {}) => {
    const query = { documentId: documents.PublicSurvey, variables: JSON.stringify({ slug }) };
    return ask(`${edge.url}/graphql?${String(new URLSearchParams(query))}`, { headers });
  };
  const post = (text: string, variables: object, headers = {}) =>
    ask(`${edge.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: text, variables }),
    });

  it('a public read comes from the cache, with the bytes of the server', async () => {
    const { slug } = await newSurvey(owner.client, { displayName: '민지' });
    const [first, second] = [await readSurvey(slug), await readSurvey(slug)];
    expect([first.headers['x-cache'], second.headers['x-cache']]).toEqual(['MISS', 'HIT']);
    const posted = await post(print(PublicSurveyDocument), { slug });
    for (const { text, headers } of [first, second]) {
      expect(text).toBe(posted.text);
      expect(headers.etag).toBe(first.headers.etag);
    }
    const known = { 'if-none-match': first.headers.etag ?? '' };
    expect(await readSurvey(slug, known)).toMatchObject({ status: 304, text: '' });
  });

  it('each encoding has a copy of its own, whatever else a browser accepts', async () => {
    const { slug } = await newSurvey(owner.client);
    const caches = [];
    for (const accepted of ['gzip, deflate, br', 'br;q=1.0', 'gzip', 'identity'])
      caches.push((await readSurvey(slug, { 'accept-encoding': accepted })).headers);
    expect(caches.map((headers) => [headers['x-cache'], headers['content-encoding']])).toEqual([
      ['MISS', 'br'],
      ['HIT', 'br'],
      ['MISS', 'gzip'],
      ['MISS', undefined],
    ]);
  });

  it('of many simultaneous readers, one reaches the server', async () => {
    const { slug } = await newSurvey(owner.client);
    const all = await Promise.all(Array.from({ length: 30 }, () => readSurvey(slug)));
    expect(all.map(({ status }) => status)).toEqual(Array(30).fill(200));
    expect(all.filter(({ headers }) => headers['x-cache'] === 'MISS')).toHaveLength(1);
  });

  it.each([
    ['closed', CloseSurveyDocument, 'CLOSED'],
    ['deleted', DeleteSurveyDocument, 'NOT_FOUND'],
  ] as const)(
    'a survey that is %s is never shown as before after five seconds',
    async (_name, change, text) => {
      const { id, slug } = await newSurvey(owner.client);
      expect((await readSurvey(slug)).text).toContain('OPEN');
      await owner.client.run<unknown, { surveyId: string }>(change, { surveyId: id });
      const changed = performance.now();
      // Nobody asks meanwhile, so nothing renews the copy: the first to ask again must not get it.
      await until('five seconds', () => performance.now() - changed > SHOWN_WITHIN_MS);
      expect((await readSurvey(slug)).text).toContain(text);
    },
  );

  it('while many read it, a closed survey shows within five seconds', async () => {
    const { id, slug } = await newSurvey(owner.client);
    await readSurvey(slug);
    await owner.client.run(CloseSurveyDocument, { surveyId: id });
    const changed = performance.now();
    let last = changed;
    await until('it to show', async () => {
      last = performance.now();
      return (await readSurvey(slug)).text.includes('CLOSED');
    });
    expect(last - changed).toBeLessThan(SHOWN_WITHIN_MS);
  });

  it('what is private, an error or a mutation is never cached', async () => {
    const viewer = '{ viewer { id } }';
    const authorization = { authorization: `Bearer ${owner.session.accessToken}` };
    const preflight = { 'apollo-require-preflight': '1' };
    const get = (headers = {}) =>
      ask(`${edge.url}/graphql?query=${encodeURIComponent(viewer)}`, {
        headers: { ...preflight, ...headers },
      });
    expect((await get(authorization)).text).toContain(owner.session.user.id);
    expect((await get()).text).toContain('UNAUTHENTICATED');
    expect((await post(viewer, {}, authorization)).text).toContain(owner.session.user.id);
    expect((await post(viewer, {})).text).toContain('UNAUTHENTICATED');
    for (let count = 0; count < 2; count += 1) {
      const unknown = await ask(`${edge.url}/graphql?documentId=sha256:0&variables={}`);
      expect([unknown.status, unknown.headers['x-cache']]).toEqual([400, 'MISS']);
    }
  });

  it('the playground is not taken for a read, nor a read for the playground', async () => {
    const html = { accept: 'text/html' };
    expect((await ask(`${edge.url}/graphql`, { headers: html })).headers['content-type']).toContain(
      'text/html',
    );
    const { slug } = await newSurvey(owner.client);
    expect((await readSurvey(slug, html)).headers['content-type']).toContain('application/json');
  });
});
