import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, type ExecutionResult, GraphQLError, parse, validate } from 'graphql';
import { pino } from 'pino';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { describe, expect, it } from 'vitest';
import { createExecution } from '../../src/http/compiledExecution.js';
import { maskError } from '../../src/http/errors/maskError.js';
import { buildApiSchema } from '../../src/resolvers/index.js';
import { createTestSchema } from './testSchema.js';

const { schema } = createTestSchema();
const log = pino({ level: 'silent' });

/** What a client would see, as JSON: own errors with their causes, masked. */
const seen = ({ data, errors }: ExecutionResult): unknown =>
  JSON.parse(
    JSON.stringify({
      data,
      errors: errors?.map((error) =>
        maskError(error, {
          log,
          requestId: 'one',
          beforeExecution: !(error instanceof GraphQLError && error.path),
        }),
      ),
    }),
  );

const operations: [string, string, object?][] = [
  ['a value', '{ hello }'],
  ['aliases', '{ a: hello b: hello node { id } }'],
  ['fragments', '{ node { ...part child { ...part } } } fragment part on Node { id __typename }'],
  ['inline fragments', '{ node { ... on Node { id } ... { child { id } } } }'],
  ['an argument', '{ echo(text: "x") }'],
  ['a variable', 'query ($t: String!) { echo(text: $t) }', { t: 'é\n"' }],
  ['a variable that is missing', 'query ($t: String!) { echo(text: $t) }'],
  ['a variable of another type', 'query ($t: String!) { echo(text: $t) }', { t: { secret: 1 } }],
  ['null for a variable that may not be', 'query ($t: String!) { echo(text: $t) }', { t: null }],
  ['variables nobody declared', '{ hello }', { t: 1 }],
  [
    'an enum and nested input',
    'query ($i: ThingInput!) { take(input: $i) }',
    { i: { name: 'a', colour: 'RED', inner: [{ name: 'b' }] } },
  ],
  [
    'a value that is no enum',
    'query ($i: ThingInput!) { take(input: $i) }',
    { i: { name: 'a', colour: 'BLUE' } },
  ],
  [
    'a field that is missing in a list',
    'query ($i: ThingInput!) { take(input: $i) }',
    { i: { name: 'a', inner: [{}] } },
  ],
  ['null for an argument with a default', 'query ($n: Int = 1) { secretless(n: $n) }', { n: null }],
  ['a default', 'query ($n: Int = 5) { secretless(n: $n) }'],
  ['an error of ours', '{ hello missing }'],
  ['an error of ours where null is not allowed', '{ hello strictMissing }'],
  ['a bug', '{ bug hello }'],
  ['a bug where null is not allowed', '{ strictBug hello }'],
  ['a foreign error', '{ imposter }'],
  ['a model that fails', '{ upstream }'],
  ['a limit', '{ limited }'],
  ['a database that is away', '{ away }'],
  ['a value that cannot be sent', '{ unserializable hello }'],
  [
    'a directive',
    'query ($no: Boolean!) { hello @skip(if: $no) node { id @include(if: $no) } }',
    { no: true },
  ],
  ['a named operation', 'query Named { hello }'],
  ['a mutation', 'mutation { rename(name: "x") }'],
];

describe('a query that was sent often enough to be compiled is answered as it was the first time', () => {
  it.each(operations)('%s', async (_name, text, variables) => {
    const run = createExecution(schema);
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const request = { document, variables: variables as Record<string, unknown>, context: { viewer: null } };
    const first = await execute({
      schema,
      document,
      variableValues: request.variables,
      contextValue: request.context,
      options: { maxCoercionErrors: 5 },
    });
    for (let count = 0; count < 40; count += 1) {
      const result = await run(request);
      expect(seen(result)).toEqual(seen(first));
      // Apollo reads them.
      for (const error of result.errors ?? []) expect(error.extensions).toBeDefined();
    }
  });
});

it('another operation name is an error, also of a compiled query', async () => {
  const run = createExecution(schema);
  const document = parse('query Named { hello }');
  const request = { document, operationName: 'Other', context: {} };
  for (let count = 0; count < 40; count += 1) expect((await run(request)).errors).toHaveLength(1);
  expect((await run({ document, operationName: 'Named', context: {} })).data).toEqual({ hello: 'world' });
});

it('every query of a client can be compiled', async () => {
  const api = await buildApiSchema();
  const folder = join(import.meta.dirname, '../../operations');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  for (const text of texts.filter((one) => one.includes('query ')))
    expect(isCompiledQuery(compileQuery(api, parse(text)))).toBe(true);
});
