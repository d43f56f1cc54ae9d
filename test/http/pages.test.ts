import { createHash, randomBytes } from 'node:crypto';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundTabs } from '../../src/http/playground/tabs.js';
import { send } from './send.js';
import { production, startTestServer, type TestServer } from './testServer.js';

const publicHash = createHash('sha256').update('public').digest('hex');
const privateHash = createHash('sha256').update('private').digest('hex');
const bytes = randomBytes(2_000);

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer(
    {},
    {
      findImage: async (hash) =>
        hash === publicHash || hash === privateHash ? { bytes, isPublic: hash === publicHash } : null,
    },
  );
});
afterAll(() => testServer[Symbol.asyncDispose]());

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

const filesOf = (page: string): string[] =>
  [...page.matchAll(/(?:src|href)="(\/graphql\/playground\/[\w-]+\.\w+)"/g)].map(([, file = '']) => file);

describe('the playground', () => {
  it('is a small page that loads three files of this server and nothing else', async () => {
    const page = await send(`${testServer.url}/graphql`, { headers: html });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text.length).toBeLessThan(16 * 1024);
    const markup = page.text.replace(/<script>.*?<\/script>/gs, '');
    expect(markup).not.toMatch(/https?:|@import/);
    expect(filesOf(page.text)).toHaveLength(3);
  });

  it('runs only the script that its policy names and files of this server', async () => {
    const page = await send(`${testServer.url}/graphql`, { headers: html });
    const policy = String(page.headers['content-security-policy']);
    const [script = '', ...others] = [...page.text.matchAll(/<script>(.*?)<\/script>/gs)].map(
      ([, text = '']) => text,
    );
    expect(others).toEqual([]);
    // A browser would read a carriage return as another character, and another hash.
    expect(script.includes('\r') || script.includes('\0')).toBe(false);
    const sources = `'self' 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
    expect(policy.split('; ')).toContain(`script-src ${sources}`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
  });

  it('has files that are compressed to two megabytes, complete and kept by the browser', async () => {
    const page = await send(`${testServer.url}/graphql`, { headers: html });
    let onWire = page.text.length;
    for (const file of filesOf(page.text)) {
      const sizes = new Map<string, number>();
      for (const encoding of ['br', 'gzip']) {
        const answer = await fetch(`${testServer.url}${file}`, { headers: { 'accept-encoding': encoding } });
        expect(Object.fromEntries(answer.headers)).toMatchObject({
          'content-encoding': encoding,
          'cache-control': 'public, max-age=31536000, immutable',
        });
        const content = Buffer.from(await answer.arrayBuffer());
        expect(file).toContain(createHash('sha256').update(content).digest('hex').slice(0, 16));
        sizes.set(encoding, Number(answer.headers.get('content-length')));
      }
      onWire += sizes.get('br') ?? 0;
      expect((await send(`${testServer.url}${file}`)).status).toBe(406);
    }
    expect(onWire).toBeLessThan(2_000_000);
    expect((await send(`${testServer.url}/graphql/playground/other.js`)).status).toBe(404);
  });

  it('is limited per address, the page and its files alike', async () => {
    const taken: unknown[] = [];
    const take = async (...limit: unknown[]) => void taken.push(limit);
    await using limited = await startTestServer({}, { limits: { take } });
    for (const path of ['/graphql', '/graphql/playground/other.js'])
      await send(`${limited.url}${path}`, { headers: html });
    expect(taken).toEqual(Array.from({ length: 2 }, () => ['playground', '127.0.0.1', '127.0.0.1']));
  });

  it('is off in production, unless introspection is allowed', async () => {
    await using closed = await startTestServer(production);
    await using open = await startTestServer({ ...production, INTROSPECTION: 'true' });
    const page = await send(`${open.url}/graphql`, { headers: html });
    const headers = { ...html, 'accept-encoding': 'gzip' };
    for (const path of ['/graphql', ...filesOf(page.text)]) {
      expect((await send(`${open.url}${path}`, { headers })).status, path).toBe(200);
      expect((await send(`${closed.url}${path}`, { headers })).status, path).toBe(404);
    }
  });

  it('does not answer in place of a query', async () => {
    const headers = { ...html, 'apollo-require-preflight': '1' };
    const answer = await send(`${testServer.url}/graphql?query={hello}`, { headers });
    expect(JSON.parse(answer.text)).toEqual({ data: { hello: 'world' } });
  });

  it('has the journey in its tabs, one operation each', () => {
    const operations = playgroundTabs.map(({ query }) => {
      const [definition, ...others] = parse(query).definitions;
      expect(others).toEqual([]);
      return definition?.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined;
    });
    expect(operations.toSorted()).toEqual(
      [
        ...[
          'SignIn',
          'Refresh',
          'SendMessage',
          'ReplyStreamed',
          'StopReply',
          'ExplainReply',
          'Messages',
          'SignOut',
          'CreateSurvey',
          'PublicSurvey',
          'SubmitResponse',
          'Receipt',
          'Withdraw',
        ],
        ...['Viewer', 'SurveyProgressed', 'Persona', 'PersonaChanged', 'RetryPersona'],
      ].toSorted(),
    );
    for (const { variables = '{}', headers = '{}' } of playgroundTabs)
      for (const json of [variables, headers]) expect(() => JSON.parse(json) as unknown).not.toThrow();
  });
});

describe('an image', () => {
  it.each([
    [publicHash, 'public, max-age=60'],
    [privateHash, 'private, max-age=60'],
  ])('%s is served whole, with a validator and "%s"', async (hash, cacheControl) => {
    const answer = await fetch(`${testServer.url}/images/${hash}.webp`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': cacheControl,
      etag: `"${hash}"`,
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([`"${publicHash}"`, `W/"${publicHash}"`, `"other", "${publicHash}"`, '*'])(
    'known to the client as %s is not sent again',
    async (etag) => {
      const answer = await send(`${testServer.url}/images/${publicHash}.webp`, {
        headers: { 'if-none-match': etag },
      });
      expect(answer).toMatchObject({ status: 304, text: '', headers: { etag: `"${publicHash}"` } });
    },
  );

  it.each([
    '0'.repeat(64),
    'x',
    `${publicHash}0`,
    publicHash.toUpperCase(),
    '..%2f..%2fetc%2fpasswd',
    `${publicHash}%00`,
  ])('%s does not exist', async (name) => {
    const answer = await send(`${testServer.url}/images/${name}.webp`);
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toEqual({
      errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }],
    });
  });

  it('that is gone is not vouched for any more', async () => {
    const headers = { 'if-none-match': `"${'0'.repeat(64)}"` };
    expect((await send(`${testServer.url}/images/${'0'.repeat(64)}.webp`, { headers })).status).toBe(404);
  });
});

describe('every answer', () => {
  it.each(['/', '/healthz', '/graphql', '/nothing'])(
    'of %s keeps frames and foreign content out',
    async (path) => {
      const { headers } = await send(testServer.url + path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
      expect(headers['x-request-id']).toBeDefined();
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );
});
