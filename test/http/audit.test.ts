import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

const preflighted = (input: string, init: RequestInit = {}): Promise<Response> =>
  fetch(input, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } });

it.each([
  ['as it is', fetch, 55],
  ['with the preflight header', preflighted, 58],
])('the GraphQL-over-HTTP audit %s finds no error', async (how, fetchFn, least) => {
  const results = await auditServer({ url: `${testServer.url}/graphql`, fetchFn });
  const ok = results.filter(({ status }) => status === 'ok').length;
  const short = results.flatMap((one) =>
    one.status === 'ok' ? [] : [`${one.id} ${one.status}: ${one.name}`],
  );
  console.log(`GraphQL-over-HTTP audit ${how}: ${ok} of ${results.length} ok\n${short.join('\n')}`);
  for (const one of results) if (one.status !== 'ok') await one.response.body?.cancel();
  expect(results).toHaveLength(61);
  expect(results.filter(({ status }) => status === 'error')).toEqual([]);
  expect(ok).toBeGreaterThanOrEqual(least);
});
