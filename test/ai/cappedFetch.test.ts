import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { providerFetch, ResponseTooLargeError } from '../../src/ai/openai/client.js';

let reached = 0;
const server = createServer((request, response) => {
  if (request.url === '/redirect') return response.writeHead(307, { location: '/inside' }).end();
  reached += 1;
  return response.end('x'.repeat(1000));
});
const url = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

it('reads an answer up to its limit', async () => {
  expect(await (await providerFetch(1000)(url('/'))).text()).toHaveLength(1000);
});

it('reads no further than its limit', async () => {
  await expect((await providerFetch(999)(url('/'))).text()).rejects.toBeInstanceOf(ResponseTooLargeError);
});

it('follows no redirect, so a provider cannot point into the network', async () => {
  const before = reached;
  await expect(providerFetch(1000)(url('/redirect'))).rejects.toThrow();
  expect(reached).toBe(before);
});
