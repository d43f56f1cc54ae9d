import { createHash, randomBytes } from 'node:crypto';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundTabs } from '../../src/http/playground/tabs.js';
import { send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

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

describe('the playground', () => {
  it('loads nothing from anywhere', async () => {
    const page = await send(`${testServer.url}/graphql`, { headers: html });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const markup = page.text.replace(/<script>.*?<\/script>/gs, '').replace(/<style>.*?<\/style>/gs, '');
    expect(markup).toContain('<div id="root">');
    expect(markup).not.toMatch(/https?:|src=|@import|href="(?!data:)/);
    const [, styles = ''] = /<style>(.*?)<\/style>/s.exec(page.text) ?? [];
    expect(styles).not.toMatch(/@import|url\(\s*['"]?(?!data:|#|['"]?data:)/);
  });

  it('runs exactly the scripts its policy names', async () => {
    const page = await send(`${testServer.url}/graphql`, { headers: html });
    const policy = String(page.headers['content-security-policy']);
    const scripts = [...page.text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
    expect(scripts).toHaveLength(2);
    for (const script of scripts) {
      // A browser would read a carriage return as another character, and another hash.
      expect(script.includes('\r') || script.includes('\0')).toBe(false);
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('is small on the way and comes once', async () => {
    const first = await send(`${testServer.url}/graphql`, {
      headers: { ...html, 'accept-encoding': 'gzip' },
    });
    expect(first.headers['content-encoding']).toBe('gzip');
    const etag = String(first.headers.etag);
    const again = await send(`${testServer.url}/graphql`, { headers: { ...html, 'if-none-match': etag } });
    expect(again.status).toBe(304);
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
