import { describe, expect, it } from 'vitest';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { originTricks } from './originTricks.js';
import { send, type Sent } from './send.js';
import { socketClient } from './socketClient.js';
import { startTestServer } from './testServer.js';

const testServer = useOne(() => startTestServer());
/** With a public address. */
const named = useOne(() => startTestServer({ ORIGIN: 'https://mirai.example' }));

describe('an upgrade', () => {
  it.each(Object.entries(originTricks))('from a page with %s is refused with 403', async (_, origin) => {
    await using client = socketClient(named.socketUrl, { headers: { origin } });
    expect((await client.failed).message).toContain('403');
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('from a page of this server at %s passes', async (name) => {
    await using client = socketClient(testServer.socketUrl, {
      origin: `http://${name}:${testServer.server.port}`,
    });
    await client.init();
  });

  it('from the public address passes', async () => {
    await using client = socketClient(named.socketUrl, { origin: 'https://mirai.example' });
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

describe('a request', () => {
  const paths = ['/graphql', '/graphql/stream', '/demo/google/id-token', '/'];
  it.each(Object.entries({ ...originTricks, 'our own origin': 'https://mirai.example' }))(
    'from a page with %s, preflight included, gets no header that lets the page read the answer',
    async (_, origin) => {
      const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'a' };
      const json = { 'content-type': 'application/json' };
      const requests: Sent[] = [
        { method: 'OPTIONS', headers: { origin, ...preflight } },
        { method: 'POST', headers: { origin, ...json }, body: '{"query":"{ hello }"}' },
        { headers: { origin, accept: 'text/html' } },
      ];
      for (const path of paths)
        for (const request of requests) {
          const { headers } = await send(`${named.url}${path}`, request);
          expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
          expect(JSON.stringify(headers)).not.toContain('evil');
        }
    },
  );
});
