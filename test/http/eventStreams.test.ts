import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../testkit/until.js';
import { startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

const good = { authorization: 'Bearer good' };

/** Opens a stream as a program does, without a client library. */
const open = (body: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  openAt(testServer.url, body, headers, signal);

const openAt = (url: string, body: object, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  fetch(`${url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

const errorOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('a subscription over Server-Sent Events', () => {
  it('serves the client of graphql-sse', async () => {
    const client = createClient({ url: `${testServer.url}/graphql/stream`, headers: good, retryAttempts: 0 });
    const results: unknown[] = [];
    for await (const result of client.iterate({ query: 'subscription { me }' })) results.push(result.data);
    client.dispose();
    expect(results).toEqual([{ me: 'user-1' }]);
  });

  it('is told by its headers to no proxy’s buffer, and ends with an event', async () => {
    const response = await open({ query: 'subscription { me }' }, good);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toContain('no-cache');
    expect(await response.text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"me":"user-1"}}\n\nevent: complete\n\n',
    );
  });

  it('passes each event on when it happens, and ends its source when the client leaves', async () => {
    const leaving = new AbortController();
    const response = await open({ query: 'subscription { ticks }' }, good, leaving.signal);
    await until('a listener', () => testServer.events.listenerCount('tick') === 1);
    testServer.events.emit('tick');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('"ticks"')) text += (await reader.read()).value ?? '';
    leaving.abort();
    await until('no listener', () => testServer.events.listenerCount('tick') === 0);
  });

  it('carries masked errors as a WebSocket does', async () => {
    const answer = await (await open({ query: 'subscription { nothing }' })).text();
    expect(answer).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
    const query = await (await open({ query: '{ hello }' })).text();
    expect(query).toContain('"code":"BAD_REQUEST"');
    expect(query).toContain('Only subscriptions');
  });

  it('is refused to a foreign page, a bad token, and a request that is none', async () => {
    const foreign = await open({ query: 'subscription { me }' }, { origin: 'https://evil.example' });
    expect([foreign.status, await errorOf(foreign)]).toEqual([403, 'FORBIDDEN']);
    const bad = await open({ query: 'subscription { me }' }, { authorization: 'Bearer bad' });
    expect([bad.status, await errorOf(bad)]).toEqual([401, 'UNAUTHENTICATED']);
    expect((await open({ text: 'subscription { me }' }, good)).status).toBe(400);
    expect((await open({ query: 'subscription { me }' }, { accept: 'application/json' })).status).toBe(406);
  });

  it('ends when its session does', async () => {
    const response = await open({ query: 'subscription { ticks }' }, good);
    await until('a listener', () => testServer.events.listenerCount('tick') === 1);
    testServer.sessions.emit('end');
    expect(await response.text()).not.toContain('complete');
    await until('no listener', () => testServer.events.listenerCount('tick') === 0);
  });

  it('gives its place back when the client leaves before it is open', async () => {
    const gate = Promise.withResolvers<void>();
    let arrived = 0;
    const authenticate = async (): Promise<null> => {
      arrived += 1;
      await gate.promise;
      return null;
    };
    await using slow = await startTestServer({}, { authenticate });
    const leaving = new AbortController();
    const calls = Array.from({ length: 25 }, () =>
      openAt(slow.url, { query: 'subscription { ticks }' }, {}, leaving.signal).catch(() => null),
    );
    await until('the calls to arrive', () => arrived === 25);
    leaving.abort();
    await Promise.all(calls);
    await fetch(`${slow.url}/healthz`);
    gate.resolve();
    await until('a place', async () => {
      const response = await openAt(slow.url, { query: 'subscription { me }' });
      await response.text();
      return response.status === 200;
    });
  });

  it('that its client does not read ends with its session', async () => {
    await using server = await startTestServer();
    const unread = await openAt(server.url, { query: 'subscription { bulk }' }, good);
    await until('its source', () => server.produced.length === 1);
    const quick = await openAt(server.url, { query: 'subscription { bulk }' }, good);
    let bytes = 0;
    // Both sources are endless. By now the other one is held by what its client has not read.
    for await (const chunk of quick.body! as AsyncIterable<Uint8Array>)
      if ((bytes += chunk.length) > 40_000_000) break;
    const running = async (): Promise<string | undefined> =>
      /^graphql_subscriptions\{field="bulk"\} (\d+)/m.exec(
        await (await fetch(`${server.url}/metrics`)).text(),
      )?.[1];
    await until('one subscription', async () => (await running()) === '1');
    server.sessions.emit('end');
    await until('no subscription', async () => (await running()) === '0');
    await unread.body?.cancel().catch(() => undefined);
  });

  it('does not take a place of the requests that may run at once', async () => {
    await using small = await startTestServer({}, { maxRunning: 2 });
    const leaving = new AbortController();
    const streams = Array.from({ length: 5 }, () =>
      openAt(small.url, { query: 'subscription { ticks }' }, good, leaving.signal),
    );
    for (const stream of streams) expect((await stream).status).toBe(200);
    const answer = await fetch(`${small.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ hello }' }),
    });
    expect(answer.status).toBe(200);
    leaving.abort();
  });

  it('ends when the server stops', async () => {
    const server = await startTestServer();
    const response = await fetch(`${server.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...good },
      body: JSON.stringify({ query: 'subscription { ticks }' }),
    });
    await until('a listener', () => server.events.listenerCount('tick') === 1);
    await server[Symbol.asyncDispose]();
    await response.text();
  });
});
