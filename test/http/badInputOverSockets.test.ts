import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badOperations } from './badOperations.js';
import { post } from './send.js';
import { socketClient } from './socketClient.js';
import { production, startTestServer, type TestServer } from './testServer.js';

let testServer: TestServer;
beforeAll(async () => {
  testServer = await startTestServer();
});
afterAll(() => testServer[Symbol.asyncDispose]());

describe('bad input over a WebSocket', () => {
  it.each(badOperations)('%s gets an error frame', async (_what, query, values, code) => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', query, values);
    const frame = await client.next();
    expect(frame).toMatchObject({ id: '1', type: 'error', payload: [{ extensions: { code } }] });
    expect(JSON.stringify(frame)).not.toMatch(/Did you mean|limit of|1,?000|maximum/i);
  });

  it.each([
    ['query', '{ hello }'],
    ['mutation', 'mutation { rename(name: "x") }'],
  ])('a %s gets an error frame and is not executed', async (_kind, query) => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    const before = testServer.contexts.length;
    client.subscribe('1', query);
    expect(await client.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
    // The id is free again, and nothing came after the error.
    client.subscribe('1', 'subscription { me }');
    expect(await client.next()).toMatchObject({ id: '1', type: 'next' });
    expect(testServer.contexts.length).toBe(before + 1);
  });

  it('wrong variables are BAD_USER_INPUT and not repeated', async () => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription($v: Int!) { from(n: $v) }', { v: 'hunter2' });
    const frame = await client.next();
    expect(JSON.stringify(frame)).toContain('BAD_USER_INPUT');
    expect(JSON.stringify(frame)).not.toContain('hunter2');
  });

  it.each([
    ['left out', 'subscription { ticks @skip(if: true) }', undefined],
    ['that may be left out', 'subscription($v: Boolean!) { ticks @include(if: $v) }', { v: true }],
  ])('a subscription with a field %s is an error and not a crash', async (_how, query, values) => {
    await using client = socketClient(testServer.socketUrl);
    await client.init();
    client.subscribe('1', query, values);
    expect(JSON.stringify(await client.next())).toMatch(/INTERNAL_SERVER_ERROR|GRAPHQL_VALIDATION_FAILED/);
    client.subscribe('2', 'subscription { me }');
    await client.next();
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });
});

describe('introspection', () => {
  const deep = `{ __schema { types { fields { type { ${'ofType { '.repeat(9)} name ${'} '.repeat(9)} } } } } }`;

  it('may be deeper than other operations', async () => {
    expect((await post(testServer.url, deep)).status).toBe(200);
  });

  it('is off in production, on both transports', async () => {
    await using closed = await startTestServer(production);
    const answer = await post(closed.url, '{ __schema { types { name } } }');
    expect(answer.status).toBe(400);
    await using client = socketClient(closed.socketUrl);
    await client.init();
    client.subscribe('1', 'subscription { ticks } query Q { __schema { types { name } } }');
    expect((await client.next()).type).toBe('error');
  });
});
