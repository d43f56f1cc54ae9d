import { EventEmitter, on } from 'node:events';
import { buildSchema, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { UpstreamError } from '../../src/ai/ports.js';
import type { Context } from '../../src/context.js';
import { AppError, notFound, unauthenticated } from '../../src/errors.js';
import { pageOf } from '../../src/queryCost.js';

/** What no client may ever read. */
export const CANARY = 'canary-7f3a postgres://app:hunter2@db.internal/mirai';

const sdl = `
  type Query {
    hello: String
    echo(text: String!): String
    secretless(n: Int! = 3): Int
    take(input: ThingInput!): String
    node: Node
    page(first: Int! = 20): Node
    me: String
    missing: String
    strictMissing: String!
    limited: String
    upstream: String
    away: String
    bug: String
    strictBug: String!
    imposter: String
    unserializable: Int
    slow: String
    busy(ms: Int!): String
  }
  type Node { id: ID! child: Node }
  enum Colour { RED GREEN }
  input ThingInput { name: String! size: Int colour: Colour inner: [ThingInput!] }
  type Mutation { rename(name: String!): String }
  type Subscription {
    ticks: Int
    from(n: Int!): Int
    me: String
    bulk: String
    failingEvent: Int
    failingSource: Int
    failingStream: Int
    imposterStream: Int
  }
`;

/** What tests hold in their hands: events to send, and a request that waits. */
export function createTestSchema() {
  const events = new EventEmitter().setMaxListeners(0);
  const produced: number[] = [];
  const fail = (error: unknown) => (): never => {
    throw error;
  };
  async function* once(): AsyncGenerator<number> {
    yield 1;
  }
  async function* breaking(error: Error): AsyncGenerator<number> {
    yield 1;
    throw error;
  }
  async function* bulk(): AsyncGenerator<string> {
    const source = produced.push(0) - 1;
    for (let count = 1; ; count += 1) {
      produced[source] = count;
      yield `${count}:${'x'.repeat(32_000)}`;
    }
  }
  // Not a generator: one that waits does not hear that it should return.
  const ticks = (): AsyncIterable<unknown> => on(events, 'tick');
  const me: GraphQLFieldResolver<unknown, Context> = (_root, _args, { viewer }) => {
    if (viewer === null) throw unauthenticated();
    return viewer.userId;
  };
  const imposter = (): Error =>
    new GraphQLError(CANARY, { extensions: { code: 'BAD_REQUEST', secret: CANARY } });
  const query: Record<
    string,
    GraphQLFieldResolver<unknown, Context, { text: string; n: number; ms: number; input: unknown }>
  > = {
    hello: () => 'world',
    echo: (_root, { text }) => text,
    secretless: (_root, { n }) => n,
    take: (_root, { input }) => JSON.stringify(input),
    node: () => ({ id: '1', child: { id: '2' } }),
    page: fail(new Error('A page that costs too much must not be read.')),
    me,
    missing: fail(notFound()),
    strictMissing: fail(notFound()),
    limited: fail(new AppError('RATE_LIMITED', 'Wait.', { retryAfter: 7 })),
    upstream: fail(new UpstreamError('The model is silent.', 'temporary', { cause: new Error(CANARY) })),
    away: fail(Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' })),
    bug: fail(new Error(CANARY)),
    strictBug: fail(new Error(CANARY)),
    imposter: () => fail(imposter())(),
    unserializable: () => CANARY,
    // Holds the thread.
    busy(_root, { ms }) {
      for (const end = performance.now() + ms; performance.now() < end;);
      return 'done';
    },
    slow: () => new Promise((resolve) => events.once('release', () => resolve('done'))),
  };
  const subscription: Record<string, () => AsyncIterable<unknown>> = {
    ticks,
    from: once,
    me: once,
    bulk,
    failingEvent: once,
    failingSource: fail(new Error(CANARY)),
    failingStream: () => breaking(new Error(CANARY)),
    imposterStream: () => breaking(imposter()),
  };
  const schema: GraphQLSchema = buildSchema(sdl);
  const queryFields = schema.getQueryType()?.getFields() ?? {};
  Object.assign(queryFields.page?.extensions ?? {}, { complexity: pageOf(10, 0) });
  for (const [name, resolve] of Object.entries(query)) Object.assign(queryFields[name] ?? {}, { resolve });
  Object.assign(schema.getMutationType()?.getFields().rename ?? {}, { resolve: () => 'renamed' });
  const subscriptionFields = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [name, subscribe] of Object.entries(subscription))
    Object.assign(subscriptionFields[name] ?? {}, { subscribe, resolve: (value: unknown) => value });
  Object.assign(subscriptionFields.ticks ?? {}, { resolve: ([value]: [number]) => value });
  Object.assign(subscriptionFields.me ?? {}, { resolve: me });
  Object.assign(subscriptionFields.failingEvent ?? {}, { resolve: fail(new Error(CANARY)) });
  return { schema, events, produced };
}
