import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createMessageRateLimit } from '../../src/http/sockets/serveSocket.js';
import { until } from '../testkit/until.js';
import { socketClient } from './socketClient.js';
import { startTestServer, type TestServer, viewer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

const good = { authorization: 'Bearer good' };

describe('a socket', () => {
  it('serves a well-behaved client', async () => {
    const client = createClient({
      url: testServer.socketUrl,
      webSocketImpl: WebSocket,
      connectionParams: good,
    });
    const results: unknown[] = [];
    for await (const result of client.iterate({ query: 'subscription { me }' })) results.push(result.data);
    await client.dispose();
    expect(results).toEqual([{ me: 'user-1' }]);
  });

  it('gives each subscription a context of its own', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init(good);
    const before = testServer.contexts.length;
    client.subscribe('1', 'subscription { me }');
    client.subscribe('2', 'subscription { me }');
    await until('two results', () => client.frames.filter(({ type }) => type === 'complete').length === 2);
    expect(new Set(testServer.contexts.slice(before)).size).toBe(2);
  });

  const closings: [string, number, (say: (frame: object | string) => void) => void][] = [
    ['that sends no JSON', 4400, (say) => say('{')],
    ['that sends an unknown message', 4400, (say) => say({ type: 'nonsense' })],
    [
      'that subscribes before it introduced itself',
      4401,
      (say) => say({ id: '1', type: 'subscribe', payload: { query: 'subscription { me }' } }),
    ],
    [
      'with a bad token',
      4403,
      (say) => say({ type: 'connection_init', payload: { authorization: 'Bearer bad' } }),
    ],
    [
      'with a token that is no text',
      4403,
      (say) => say({ type: 'connection_init', payload: { authorization: {} } }),
    ],
    [
      'that introduces itself twice',
      4429,
      (say) => {
        say({ type: 'connection_init' });
        say({ type: 'connection_init' });
      },
    ],
    ['that sends more than 64 KiB', 1009, (say) => say('x'.repeat(65_537))],
    [
      'that floods',
      1008,
      (say) => {
        for (let n = 0; n < 200; n += 1) say({ type: 'ping' });
      },
    ],
  ];
  it.each(closings)('%s is closed with %d', async (_what, code, misbehave) => {
    await using client = socketClient(testServer.socketUrl);
    client.socket.once('open', () => misbehave(client.say));
    expect(await client.closed).toBe(code);
  });

  it('that floods with ping frames is closed with 1008', async () => {
    await using client = socketClient(testServer.socketUrl);
    client.socket.once('open', () => {
      for (let n = 0; n < 200; n += 1) client.socket.ping();
    });
    expect(await client.closed).toBe(1008);
  });

  it('that uses an id twice is closed with 4409', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription { ticks }');
    client.subscribe('1', 'subscription { ticks }');
    expect(await client.closed).toBe(4409);
  });

  it('that never introduces itself is closed with 4408', async () => {
    await using client = socketClient(testServer.socketUrl);
    expect(await client.closed).toBe(4408);
  });

  it('without a sub-protocol is closed with 4406', async () => {
    await using client = socketClient(testServer.socketUrl, {}, []);
    expect(await client.closed).toBe(4406);
  });

  it('is refused its 21st subscription and keeps the others', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    for (let n = 1; n <= 21; n += 1) client.subscribe(`${n}`, 'subscription { ticks }');
    expect(await client.next()).toMatchObject({
      id: '21',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    await until('twenty listeners', () => testServer.events.listenerCount('tick') === 20);
    testServer.events.emit('tick', 5);
    await until('twenty events', () => client.frames.filter(({ type }) => type === 'next').length === 20);
  });

  it('that goes takes its subscriptions along', async () => {
    {
      await using client = socketClient(testServer.socketUrl);
      await client.init();
      client.subscribe('1', 'subscription { ticks }');
      await until('a listener', () => testServer.events.listenerCount('tick') === 1);
    }
    await until('no listener', () => testServer.events.listenerCount('tick') === 0);
  });

  it('answers pings of the protocol and of WebSocket', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.say({ type: 'ping', payload: { n: 1 } });
    expect(await client.next()).toEqual({ type: 'pong' });
    const ponged = new Promise((resolve) => client.socket.once('pong', resolve));
    client.socket.ping();
    await ponged;
  });
});

describe('a budget for messages', () => {
  it('allows 40 at once and 20 a second from then on', () => {
    let now = 0;
    const take = createMessageRateLimit(() => now);
    const taken = (): number => Array.from({ length: 100 }, take).filter(Boolean).length;
    expect(taken()).toBe(40);
    now += 1_000;
    expect(taken()).toBe(20);
    now += 60_000;
    expect(taken()).toBe(40);
  });
});

describe('a session that ends', () => {
  it('closes its socket with 4403 when it is revoked', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init(good);
    testServer.sessions.emit('end');
    expect(await client.closed).toBe(4403);
    await until('the watch to end', () => testServer.sessions.listenerCount('end') === 0);
  });

  it('closes its socket with 4403 when its token expires', async () => {
    const authenticate = async () => ({ ...viewer, expiresAt: new Date(Date.now() + 200) });
    await using brief = await startTestServer({}, { authenticate });
    await using client = socketClient(brief.socketUrl);
    await client.init(good);
    expect(await client.closed).toBe(4403);
  });
});
