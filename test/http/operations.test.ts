import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { HttpDependencies } from '../../src/http/dependencies.js';
import { until } from '../testkit/until.js';
import { errorsOf, post, send } from './send.js';
import { socketClient } from './socketClient.js';
import { startDemoServer, startTestServer } from './testServer.js';

describe('health', () => {
  it('names the check that fails and keeps its reason to the log', async () => {
    const checks = {
      database: async () => undefined,
      redis: () => Promise.reject(new Error('redis://:hunter2@cache unreachable')),
    };
    await using testServer = await startTestServer({}, { checks });
    const ready = await send(`${testServer.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(ready.headers['retry-after']).toBeDefined();
    expect(JSON.parse(ready.text)).toEqual({
      status: 'not ready',
      checks: { database: 'ok', redis: 'failing' },
    });
    expect((await send(`${testServer.url}/healthz`)).status).toBe(200);
    expect(testServer.logged()).toContain('unreachable');
    expect(testServer.logged()).not.toContain('hunter2');
  });

  it('does not wait for a check that hangs', async () => {
    await using testServer = await startTestServer(
      {},
      { checks: { database: () => new Promise<void>(() => undefined) } },
    );
    expect((await send(`${testServer.url}/readyz`)).status).toBe(503);
  });

  it('is ready when all checks pass', async () => {
    await using testServer = await startTestServer();
    expect(JSON.parse((await send(`${testServer.url}/readyz`)).text)).toEqual({
      status: 'ready',
      checks: { database: 'ok' },
    });
  });

  it('says of each model role whether it is well, and names no model and no address', async () => {
    const warning = 'The provider will shut down the model secret-model.';
    const modelWarnings: HttpDependencies['modelWarnings'] = () => [
      { role: 'text', warning: null },
      { role: 'image', warning },
    ];
    await using testServer = await startTestServer({}, { modelWarnings });
    expect(JSON.parse((await send(`${testServer.url}/readyz`)).text)).toEqual({
      status: 'ready',
      checks: { database: 'ok' },
      models: { text: 'ok', image: 'warning' },
    });
  });
});

describe('metrics', () => {
  it('count operations by field of the schema, whatever clients call them', async () => {
    await using testServer = await startTestServer();
    for (const name of ['A', 'B', 'C']) await post(testServer.url, `query ${name} { hello }`);
    await post(testServer.url, '{ bug }');
    await post(testServer.url, 'query Zzz { nothing }');
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription { ticks }');
    await until('a listener', () => testServer.events.listenerCount('tick') === 1);
    const { text } = await send(`${testServer.url}/metrics`);
    expect(text).toContain('graphql_operations_total{field="hello",code="OK"} 3');
    expect(text).toContain('graphql_operations_total{field="bug",code="INTERNAL_SERVER_ERROR"} 1');
    expect(text).toContain('graphql_operations_total{field="none",code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(text).toContain('websocket_connections 1');
    expect(text).toContain('graphql_subscriptions{field="ticks"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('Zzz');
  });
});

describe('the demo issuer', () => {
  const demoIssuer = {
    clientId: 'demo',
    mint: async ({ email, name }: { email: string; name: string }): Promise<string> => `${name}<${email}>`,
  };
  const ask = (url: string, body: unknown, headers = {}) =>
    send(`${url}/demo/google/id-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('mints for callers on this machine', async () => {
    await using testServer = await startDemoServer(demoIssuer);
    const answer = await ask(testServer.url, { email: 'minji@example.com', name: 'Minji' });
    expect(JSON.parse(answer.text)).toEqual({ idToken: 'Minji<minji@example.com>' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([[{ email: 'nobody', name: 'x' }], [{ email: 'a@example.com', name: ' ' }], [null], [[]]])(
    'refuses %j',
    async (body) => {
      await using testServer = await startDemoServer(demoIssuer);
      const answer = await ask(testServer.url, body);
      expect(answer.status).toBe(400);
      expect(errorsOf(answer.text)[0]?.extensions.code).toBe('BAD_USER_INPUT');
    },
  );

  it('is not there for callers behind a proxy, nor outside of the demo', async () => {
    await using testServer = await startDemoServer(demoIssuer);
    const person = { email: 'minji@example.com', name: 'Minji' };
    expect((await ask(testServer.url, person, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404);
    await using noDemo = await startTestServer();
    expect((await ask(noDemo.url, person)).status).toBe(404);
  });
});

describe('a server that stops', () => {
  it('closes sockets with 1001, lets requests finish and takes no new ones', async () => {
    const testServer = await startTestServer();
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription { ticks }');
    const slow = post(testServer.url, '{ slow }');
    await until('the request to be in work', () => testServer.events.listenerCount('release') === 1);
    const stopped = testServer[Symbol.asyncDispose]();
    expect(await client.closed).toBe(1001);
    await expect(post(testServer.url, '{ hello }')).rejects.toThrow(/ECONNREFUSED|ECONNRESET/);
    testServer.events.emit('release');
    const answer = await slow;
    expect(JSON.parse(answer.text)).toEqual({ data: { slow: 'done' } });
    expect(answer.headers.connection).toBe('close');
    await stopped;
    await testServer[Symbol.asyncDispose]();
    expect(testServer.events.listenerCount('tick')).toBe(0);
  });

  it('says so on connections that are still open', async () => {
    const testServer = await startTestServer();
    const socket = connect(testServer.server.port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += String(chunk)));
    const query = `/graphql?query=${encodeURIComponent('{ slow }')}`;
    socket.write(`GET ${query} HTTP/1.1\r\nHost: x\r\napollo-require-preflight: 1\r\n\r\n`);
    await until('the request to be in work', () => testServer.events.listenerCount('release') === 1);
    const stopped = testServer[Symbol.asyncDispose]();
    testServer.events.emit('release');
    await once(socket, 'close');
    expect(received).toMatch(/^HTTP\/1\.1 200 OK[^]*connection: close/i);
    await stopped;
  });

  it('first says so and still answers, until its clients have left', async () => {
    await using testServer = await startTestServer();
    const socket = connect(testServer.server.port, '127.0.0.1');
    await once(socket, 'connect');
    let drained = false;
    const draining = testServer.server.drain().then(() => (drained = true));
    const readiness = await send(`${testServer.url}/readyz`);
    expect([readiness.status, readiness.headers.connection]).toEqual([503, 'close']);
    expect((await post(testServer.url, '{ hello }')).headers.connection).toBe('close');
    expect(drained).toBe(false);
    socket.destroy();
    await draining;
  });

  it('is not started on a port that is taken, and leaves nothing open', async () => {
    await using testServer = await startTestServer();
    await expect(startTestServer({ PORT: String(testServer.server.port) })).rejects.toThrow('EADDRINUSE');
  });
});
