import { buildSchema, parse } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import type { Context } from '../../src/context.js';
import {
  createSubscriptionRunner,
  type EncodedResults,
} from '../../src/http/subscriptions/runSubscription.js';

const byName = parse('subscription($loud: Boolean!) { state { name(loud: $loud) } }');
const byId = parse('subscription { state { id } }');

/** Subscribers to one state, each source of which yields the same object, and how often its name was resolved. */
function setUp() {
  const schema = buildSchema(
    'type Query { none: Int } type Subscription { state: State! } type State { id: ID! name(loud: Boolean!): String! }',
  );
  const counts = { names: 0 };
  const state = {
    id: '1',
    name({ loud }: { loud: boolean }, { viewer }: Context) {
      counts.names += 1;
      if (viewer?.userId === 'nobody') throw new Error('A secret cause.');
      return `${viewer?.userId}${loud ? '!' : ''}`;
    },
  };
  Object.assign(schema.getSubscriptionType()?.getFields()['state'] ?? {}, {
    async *subscribe() {
      yield state;
    },
    resolve: (root: unknown) => root,
  });
  const run = createSubscriptionRunner(pino({ level: 'silent' }));
  const first = async (userId: string, document = byName, loud = false, origin = 'http://here') => {
    const contextValue = { viewer: { userId }, origin, requestId: 'request' } as Context;
    const results = await run({ schema, document, variableValues: { loud }, contextValue });
    return (await (results as EncodedResults).next()).value ?? '';
  };
  return { first, counts };
}

it('an event is executed once for all subscribers of a person with the same document and variables', async () => {
  const { first, counts } = setUp();
  const texts = await Promise.all(Array.from({ length: 500 }, () => first('mina')));
  expect(new Set(texts)).toEqual(new Set(['{"data":{"state":{"name":"mina"}}}']));
  expect(counts.names).toBe(1);
});

it('other people, variables, documents and addresses get results of their own', async () => {
  const { first, counts } = setUp();
  expect(await first('mina')).toContain('"mina"');
  expect(await first('joon')).toContain('"joon"');
  expect(await first('mina', byName, true)).toContain('"mina!"');
  expect(await first('mina', byId)).toBe('{"data":{"state":{"id":"1"}}}');
  await first('mina', byName, false, 'http://there');
  expect(counts.names).toBe(4);
});

it('errors of an event are masked', async () => {
  const { first } = setUp();
  const text = await first('nobody');
  expect(text).toContain('"code":"INTERNAL_SERVER_ERROR"');
  expect(text).not.toContain('secret');
});
