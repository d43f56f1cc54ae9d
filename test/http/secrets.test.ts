import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorsOf, post } from './send.js';
import { socketClient } from './socketClient.js';
import { startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

const noSecret = /canary|hunter2|db\.internal|testSchema|node_modules|stack/i;

/** field, HTTP status when asked for alone, code */
const failures: [string, number, string][] = [
  ['me', 401, 'UNAUTHENTICATED'],
  ['missing', 200, 'NOT_FOUND'],
  ['limited', 429, 'RATE_LIMITED'],
  ['upstream', 200, 'UPSTREAM_FAILED'],
  ['away', 503, 'SERVICE_UNAVAILABLE'],
  ['bug', 500, 'INTERNAL_SERVER_ERROR'],
  ['strictBug', 500, 'INTERNAL_SERVER_ERROR'],
  ['imposter', 500, 'INTERNAL_SERVER_ERROR'],
  ['unserializable', 500, 'INTERNAL_SERVER_ERROR'],
];

describe('failures over HTTP', () => {
  it.each(failures)('%s answers %d %s and no secret', async (field, status, code) => {
    const answer = await post(testServer.url, `{ ${field} }`);
    expect(answer.status).toBe(status);
    expect(errorsOf(answer.text)[0]).toMatchObject({ path: [field], extensions: { code } });
    expect(answer.text).not.toMatch(noSecret);
  });

  it('429 and 503 carry Retry-After', async () => {
    expect((await post(testServer.url, '{ limited }')).headers['retry-after']).toBe('7');
    expect(Number((await post(testServer.url, '{ away }')).headers['retry-after'])).toBeGreaterThan(0);
  });

  it('partial data is a 200 with the error in it', async () => {
    const answer = await post(testServer.url, '{ hello bug }');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      data: { hello: 'world', bug: null },
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    });
  });

  it('a masked error is logged with its cause under the request id that the client got', async () => {
    const answer = await post(testServer.url, '{ bug }');
    const id = errorsOf(answer.text)[0]?.extensions.requestId;
    expect(id).toBe(answer.headers['x-request-id']);
    const line = testServer
      .logged()
      .split('\n')
      .find((one) => one.includes('request failed') && one.includes(String(id)));
    expect(line).toContain('canary-7f3a');
    expect(line).toContain('testSchema');
    expect(line).not.toContain('hunter2');
  });

  it('a database that is away while the caller is identified is a 503', async () => {
    await using away = await startTestServer(
      {},
      {
        authenticate: () => Promise.reject(Object.assign(new Error('hunter2'), { code: '57P01' })),
      },
    );
    const answer = await post(away.url, '{ hello }');
    expect(answer.status).toBe(503);
    expect(errorsOf(answer.text)[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(answer.text).not.toMatch(noSecret);
    await using client = socketClient(away.socketUrl);
    client.socket.once('open', () => client.say({ type: 'connection_init' }));
    expect(await client.closed).toBe(1013);
  });

  it('a context that cannot be made is masked', async () => {
    const context = (): never => {
      throw new Error('hunter2');
    };
    await using broken = await startTestServer({}, { context });
    const answer = await post(broken.url, '{ hello }');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(noSecret);
    await using client = socketClient(broken.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription { me }');
    expect(JSON.stringify(await client.next())).toMatch(/"type":"error".*INTERNAL_SERVER_ERROR/);
  });

  it('a request id from outside is taken only in its strict form', async () => {
    const given = await post(testServer.url, '{ hello }', {}, { 'x-request-id': 'from-proxy-0001' });
    expect(given.headers['x-request-id']).toBe('from-proxy-0001');
    const forged = await post(testServer.url, '{ hello }', {}, { 'x-request-id': '"},{"level":60' });
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('one line is logged a request, without tokens and addresses', async () => {
    await using quiet = await startTestServer();
    await post(quiet.url, 'query Greeting { hello }', {}, { authorization: 'Bearer good' });
    expect(
      quiet
        .logged()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toEqual([
      expect.objectContaining({ method: 'POST', route: '/graphql', status: 200, operation: 'Greeting' }),
    ]);
    expect(quiet.logged()).not.toMatch(/Bearer|127\.0\.0\.1/);
  });
});

describe('failures over a WebSocket', () => {
  it.each([
    ['failingEvent', 'next'],
    ['failingSource', 'next'],
    ['failingStream', 'error'],
    ['imposterStream', 'error'],
  ])('%s answers a %s frame without a secret', async (field, type) => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', `subscription { ${field} }`);
    let frame = await client.next();
    while (!JSON.stringify(frame).includes('errors') && frame.type === 'next') frame = await client.next();
    expect(frame.type).toBe(type);
    expect(JSON.stringify(frame)).toContain('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(client.frames)).not.toMatch(noSecret);
  });
});
