import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badOperations, badVariables, many } from './badOperations.js';
import { badRequests } from './badRequests.js';
import { errorsOf, post, send } from './send.js';
import { startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

describe('bad input over HTTP', () => {
  it.each(badRequests)('%s is refused', async (_what, path, sent, status, code, headers = {}) => {
    const answer = await send(testServer.url + path, sent);
    expect(answer.status).toBe(status);
    expect(errorsOf(answer.text)[0]?.extensions.code).toBe(code);
    expect(answer.headers).toMatchObject(headers);
    expect(answer.headers['content-type']).toContain('application/json');
  });

  it.each(badOperations)('%s is refused with 400', async (_what, query, values, code) => {
    const answer = await post(testServer.url, query, values);
    expect(answer.status).toBe(400);
    expect(errorsOf(answer.text)[0]?.extensions.code).toBe(code);
    expect(answer.text).not.toMatch(/Did you mean|limit of|1,?000|maximum/i);
  });

  it.each(badVariables)(
    '%s in the variables is BAD_USER_INPUT and not repeated',
    async (_what, query, values, field) => {
      const answer = await post(testServer.url, query, values);
      expect(answer.status).toBe(400);
      expect(errorsOf(answer.text)[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field });
      expect(answer.text).not.toContain('got invalid value');
      expect(
        errorsOf(answer.text)
          .map(({ message }) => message)
          .join(),
      ).not.toMatch(/(?<!Field ")hunter2/);
    },
  );

  it('stops counting wrong variables after five', async () => {
    const inner = Array.from({ length: 50 }, () => ({ name: 5 }));
    const answer = await post(testServer.url, 'query($v: ThingInput!) { take(input: $v) }', {
      v: { name: 'a', inner },
    });
    expect(errorsOf(answer.text)).toHaveLength(6);
    expect(new Set(errorsOf(answer.text).map(({ extensions }) => extensions.code))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });

  it('stops counting invalid fields after five', async () => {
    const answer = await post(testServer.url, `{ ${many(50, (n) => `no${n}`)} }`);
    expect(errorsOf(answer.text)).toHaveLength(6);
  });

  it('null for an argument with a default is BAD_USER_INPUT', async () => {
    const answer = await post(testServer.url, 'query($n: Int) { secretless(n: $n) }', { n: null });
    expect(errorsOf(answer.text)[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('a subscription posted over HTTP is refused with 400', async () => {
    const answer = await post(testServer.url, 'subscription { ticks }');
    expect(answer.status).toBe(400);
    expect(errorsOf(answer.text)[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('a subscription that graphql-js cannot validate is refused with 400', async () => {
    const answer = await post(testServer.url, 'subscription($v: Boolean!) { ticks @include(if: $v) }', {
      v: true,
    });
    expect(answer.status).toBe(400);
  });

  it('operations within the limits pass', async () => {
    const deep = `{ node { ${'child { '.repeat(8)} id ${'} '.repeat(8)} } }`;
    const wide = `{ ${many(15, (n) => `a${n}: hello`)} }`;
    for (const query of [deep, wide, 'mutation { rename(name: "x") }', '{ __typename }'])
      expect(await post(testServer.url, query)).toMatchObject({
        status: 200,
        text: expect.not.stringContaining('errors') as string,
      });
  });

  it('a request over HTTP/1.0 without a Host is answered', async () => {
    const answer = await send(`${testServer.url}/healthz`, { headers: { host: '' } });
    expect(answer.status).toBeLessThan(500);
  });
});
