import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../testkit/until.js';
import { send } from './send.js';
import { socketClient } from './socketClient.js';
import { startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

describe('an upgrade', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://localhost.evil.example',
    'http://evil.example:80',
    'https://localhost',
    'http://localhost:1',
    '',
  ])('from a page of "%s" is refused with 403', async (origin) => {
    await using client = socketClient(testServer.socketUrl, { headers: { origin } });
    expect((await client.failed).message).toContain('403');
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('from a page of this server at %s passes', async (name) => {
    await using client = socketClient(testServer.socketUrl, {
      origin: `http://${name}:${testServer.server.port}`,
    });
    await client.init();
  });

  it('from the public address passes', async () => {
    await using open = await startTestServer({ ORIGIN: 'https://mirai.example' });
    await using client = socketClient(open.socketUrl, { origin: 'https://mirai.example' });
    await client.init();
  });

  it('elsewhere than /graphql is refused with 404', async () => {
    await using client = socketClient(testServer.socketUrl.replace('/graphql', '/other'));
    expect((await client.failed).message).toContain('404');
  });

  it('is refused to an address that holds 20 sockets, until it gives one back', async () => {
    await using behindProxy = await startTestServer({ TRUST_PROXY: 'true' });
    // Whatever a caller claims comes before what the proxy appended.
    const from = (claimed: number) => ({
      headers: { 'x-forwarded-for': `10.0.0.${claimed}, 2001:db8::${claimed}` },
    });
    await using sockets = new AsyncDisposableStack();
    const clients = Array.from({ length: 20 }, (_, n) =>
      sockets.use(socketClient(behindProxy.socketUrl, from(n))),
    );
    await Promise.all(clients.map((client) => client.init()));
    await using refused = socketClient(behindProxy.socketUrl, from(21));
    expect((await refused.failed).message).toContain('429');
    clients[0]?.socket.close();
    await until('a place', async () => {
      await using client = socketClient(behindProxy.socketUrl, from(22));
      return await Promise.race([client.init().then(() => true), client.failed.then(() => false)]);
    });
  });

  it('to h2c that an HTTP client offers is ignored, and the request answered', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
    expect((await send(`${testServer.url}/healthz`, { headers })).status).toBe(200);
  });
});
