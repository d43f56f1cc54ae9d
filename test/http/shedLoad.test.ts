import { describe, expect, it } from 'vitest';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { type Answer, errorsOf, post, send } from './send.js';
import { type RequestListener, ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { shedLoad } from '../../src/http/shedLoad.js';
import { startTestServer } from './testServer.js';

let waitMs = 0;
const test = useOne(() => startTestServer({}, { databaseWaitMs: () => waitMs }));

/** Asks while a request would have to wait for longer than the server allows. */
async function underOverload(ask: () => Promise<Answer>): Promise<Answer> {
  waitMs = Infinity;
  try {
    return await ask();
  } finally {
    waitMs = 0;
  }
}

describe('a server without a free database connection', () => {
  it('refuses with 503, Retry-After and the error of the contract, and admits again afterwards', async () => {
    const refused = await underOverload(() => post(test.url, '{ hello }'));
    expect(refused).toMatchObject({
      status: 503,
      headers: { 'retry-after': '2', 'content-type': 'application/json; charset=utf-8' },
    });
    expect(errorsOf(refused.text)).toEqual([
      {
        message: 'The server is overloaded. Try again.',
        extensions: { code: 'SERVICE_UNAVAILABLE', retryAfter: 2 },
      },
    ]);
    expect((await post(test.url, '{ hello }')).text).toContain('world');
  });

  it('does nothing for a request that it refuses', async () => {
    const before = test.contexts.length;
    await underOverload(() => post(test.url, '{ hello }'));
    await underOverload(() => send(`${test.url}/graphql`, { method: 'POST', body: 'x'.repeat(90_000) }));
    expect(test.contexts).toHaveLength(before);
  });

  it('refuses images, which come from the database, too', async () => {
    const ask = () => send(`${test.url}/images/${'a'.repeat(64)}.webp`);
    expect((await underOverload(ask)).status).toBe(503);
    expect((await ask()).status).toBe(404);
  });

  it.each(['/healthz', '/readyz', '/metrics'])('always serves %s', async (path) => {
    expect((await underOverload(() => send(test.url + path))).status).toBe(200);
  });

  it('counts what it refuses, and logs one line for many', async () => {
    for (let count = 0; count < 5; count += 1) await underOverload(() => post(test.url, '{ hello }'));
    const { text } = await send(`${test.url}/metrics`);
    const counted = /http_requests_total\{method="POST",route="refused",status="503"\} (\d+)/.exec(text)?.[1];
    expect(Number(counted)).toBeGreaterThanOrEqual(5);
    const lines = await until('the line', () => test.logged().match(/requests refused/g));
    expect(lines.length).toBeLessThan(Number(counted));
  });
});

it('a server whose turns of the event loop stay long refuses some requests and serves others', async () => {
  await using busy = await startTestServer({}, { maxWaitMs: 20 });
  const statuses: number[] = [];
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ busy(ms: 60) }' }),
  };
  // Open connections, as browsers and proxies keep them: new ones are accepted one a turn, so none would wait in a turn.
  const sendOn = async (): Promise<void> => {
    while (!statuses.includes(503)) {
      const response = await fetch(`${busy.url}/graphql`, request);
      await response.arrayBuffer();
      statuses.push(response.status);
    }
  };
  await Promise.all(Array.from({ length: 20 }, sendOn));
  expect(statuses).toContain(200);
  await until('the server to be back', async () => (await post(busy.url, '{ hello }')).status === 200);
});

it('requests that wait for something else than this server are bounded too', async () => {
  await using bounded = await startTestServer({}, { maxRunning: 2 });
  const held = [post(bounded.url, '{ slow }'), post(bounded.url, '{ slow }')];
  await until('both to run', () => bounded.events.listenerCount('release') === 2);
  expect((await post(bounded.url, '{ hello }')).status).toBe(503);
  bounded.events.emit('release');
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  await until('a place', async () => (await post(bounded.url, '{ hello }')).status === 200);
});

it.each([
  ['the database', 'databaseWaitMs'],
  ['the event loop', 'turnMs'],
] as const)(
  'a burst may wait for %s for a while, and a wait that lasts or returns at once is overload',
  (_name, wait) => {
    const clock = { now: 0, waitMs: 0 };
    let served = 0;
    const limits = {
      databaseWaitMs: () => 0,
      turnMs: () => 0,
      [wait]: () => clock.waitMs,
      now: () => clock.now,
      maxWaitMs: 100,
    };
    const listener: RequestListener = shedLoad(
      () => (served += 1),
      limits,
      () => undefined,
    );
    /** Whether a request is served at this time and with this expected wait. */
    const isServed = (now: number, waitMs: number): boolean => {
      Object.assign(clock, { now, waitMs });
      const before = served;
      const request = Object.assign(new IncomingMessage(new Socket()), { url: '/graphql' });
      listener(request, new ServerResponse(request));
      return served > before;
    };
    expect(isServed(0, 300)).toBe(true);
    expect(isServed(900, 900)).toBe(false);
    expect(isServed(900, 300)).toBe(true);
    expect(isServed(1_100, 300)).toBe(false);
    expect(isServed(1_200, 100)).toBe(true);
    expect(isServed(1_300, 300)).toBe(false);
    expect(isServed(2_400, 300)).toBe(true);
  },
);
