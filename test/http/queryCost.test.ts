import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type DocumentNode,
  getIntrospectionQuery,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/http/validation/costOf.js';
import { createValidator } from '../../src/http/validation/createValidator.js';
import { MAX_POINTS } from '../../src/queryCost.js';
import { buildApiSchema } from '../../src/resolvers/index.js';
import { many } from './badOperations.js';

const schema = await buildApiSchema();
const validate = createValidator(schema, true);
const root = resolve(import.meta.dirname, '../..');

function points(document: DocumentNode, variables: Record<string, unknown> = {}): number {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document must have one operation.');
  return costOf(schema, document, operation, variables).points;
}
/** The codes for an operation before it would run. */
const codesOf = (query: string, variables?: Record<string, unknown>): unknown[] =>
  validate(parse(query), { variables }).map(({ extensions, originalError }) => {
    const original = originalError as { extensions?: { code?: unknown } } | undefined;
    return original?.extensions?.code ?? extensions.code;
  });

/** Every operation that this repository's clients send, with the fragments that it may spread. */
function clientOperations(): { name: string; document: DocumentNode }[] {
  const documents = globSync(['operations/*.graphql', 'web/src/**/*.graphql'], { cwd: root }).map((path) => ({
    name: path,
    document: parse(readFileSync(join(root, path), 'utf8')),
  }));
  const fragments = documents.flatMap(({ document }) =>
    document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
  );
  return documents
    .filter(({ document }) => getOperationAST(document))
    .map(({ name, document: { definitions } }) => ({
      name,
      document: {
        kind: Kind.DOCUMENT,
        definitions: [...definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION), ...fragments],
      },
    }));
}

/** Values for all variables: the largest page, and anything for the rest. */
function largestVariables(document: DocumentNode): Record<string, unknown> {
  const values: Record<string, unknown> = {
    Int: 1,
    String: 'x',
    ID: 'x',
    Locale: 'EN',
    ExportFormat: 'TEXT',
    CharacterCardFormat: 'PNG',
    Boolean: true,
    CreateSurveyInput: {},
    SubmitResponseInput: { slug: 'x', clientKey: 'x', relation: 'FRIEND', answers: [] },
  };
  return Object.fromEntries(
    (getOperationAST(document)?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const { value: name } = variable.name;
      if (name === 'first' || name === 'last') return [[name, 100]];
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      return [[name, named.kind === Kind.NAMED_TYPE ? values[named.name.value] : []]];
    }),
  );
}

describe('the cost of an operation', () => {
  it('is declared for every list of the schema', () => {
    const lists = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.values(isObjectType(type) ? type.getFields() : {}))
      .filter(({ type }) => isListType(getNullableType(type)));
    expect(lists.length).toBeGreaterThan(30);
    expect(
      lists.filter(({ extensions }) => typeof extensions.complexity !== 'function').map(({ name }) => name),
    ).toEqual([]);
  });

  it('is declared for every field that takes a page size', () => {
    const pages = Object.values(schema.getTypeMap())
      .flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()) : []))
      .filter(({ args }) => args.some(({ name }) => name === 'first'));
    expect(pages.map(({ name }) => name).toSorted()).toEqual([
      'comparisons',
      'messages',
      'notifications',
      'surveys',
      'versions',
    ]);
    for (const { extensions } of pages) expect(extensions.complexity).toBeTypeOf('function');
  });

  it('leaves our clients a margin of a third, even with the largest pages', () => {
    const costs = clientOperations().map(({ name, document }) => ({
      name,
      points: points(document, largestVariables(document)),
    }));
    expect(costs.length).toBeGreaterThan(80);
    // An operation that costs nothing was not counted.
    expect(costs.filter(({ points }) => points <= 0).map(({ name }) => name)).toEqual([]);
    expect(costs.filter(({ points }) => points > 0.65 * MAX_POINTS).map(({ name }) => name)).toEqual([]);
  });

  it('leaves introspection possible', () => {
    const query = getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      oneOf: true,
    });
    expect(codesOf(query)).toEqual([]);
    expect(points(parse(query))).toBeLessThan(0.5 * MAX_POINTS);
  });

  it('multiplies by the default of a page size that is left out', () => {
    const cost = (page: string) => points(parse(`{ viewer { surveys${page} { edges { node { id } } } } }`));
    expect(cost('')).toBe(cost('(first: 20)'));
    expect(cost('(first: 60)') - cost('(first: 40)')).toBeCloseTo(cost('(first: 40)') - cost(''), 6);
    expect(cost('(first: 60)') - cost('(first: 40)')).toBeGreaterThan(20);
    const messages = (page: string) =>
      points(parse(`{ persona(id: "x") { messages${page} { edges { node { id } } } } }`));
    expect(messages('')).toBe(messages('(last: 50)'));
  });

  it('counts no field that is left out, and every field that is not', () => {
    const query = parse(
      'query($v: Boolean!) { viewer { surveys(first: 100) @include(if: $v) { edges { cursor } } } }',
    );
    expect(points(query, { v: true })).toBeGreaterThan(100);
    expect(points(query, { v: false })).toBeLessThan(11);
  });
});

/** The query of issue 12: 697 bytes, about 2,000 statements. */
const attack = `{ viewer { ${many(15, (n) => `a${n}: surveys(first: 100) { edges { node { persona { survey { id } } } } }`)} } }`;
const surveys = (size: string): string => `surveys(first: ${size}) { edges { node { persona { id } } } }`;

describe('QUERY_TOO_COMPLEX before anything runs', () => {
  it.each([
    ['fifteen aliases of a page of 100 surveys with their personas', attack, {}],
    [
      'the same within a fragment',
      `{ viewer { ${many(3, (n) => `a${n}: surveys(first: 100) { ...A }`)} } } fragment A on SurveyConnection { edges { node { persona { id } } } }`,
      {},
    ],
    [
      'a page size in a variable',
      `query($n: Int!) { viewer { a: ${surveys('$n')} b: ${surveys('$n')} } }`,
      { n: 100 },
    ],
    [
      'a page size in a variable with a default',
      `query($n: Int = 100) { viewer { a: ${surveys('$n')} b: ${surveys('$n')} } }`,
      {},
    ],
    [
      'page sizes that no resolver accepts',
      `query($n: Int!) { viewer { a: ${surveys('$n')} b: ${surveys('$n')} } }`,
      { n: 2_147_483_647 },
    ],
    [
      'a negative page size that would pay for the others',
      `query($n: Int!) { viewer { a: ${surveys('100')} b: ${surveys('100')} c: ${surveys('$n')} } }`,
      { n: -2_147_483_648 },
    ],
    [
      'a list within a list, each of them allowed',
      '{ viewer { surveys(first: 100) { edges { node { persona { sentences { evidence text } traits { id score level agreement raters } survey { persona { title } } } } } } } }',
      {},
    ],
    [
      'a field that @skip leaves in',
      `query($v: Boolean = false) { viewer { a: ${surveys('100')} ... @skip(if: $v) { b: ${surveys('100')} } } }`,
      {},
    ],
    [
      'a subscription',
      'subscription { personaChanged(personaId: "x") { survey { persona { versions(first: 100) { edges { node { insight { words { word } circles { traits { score } } } } } } } } } }',
      {},
    ],
    [
      'introspection that repeats itself',
      `{ __schema { ${many(15, (n) => `a${n}: types { fields { args { type { inputFields { type { name } } } } type { fields { name description } } } }`)} } }`,
      {},
    ],
  ])('%s', (_what, query, variables) => {
    expect(codesOf(query, variables)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  it('fragments that double thirty times, without visiting them a billion times', () => {
    const doubling = many(
      30,
      (n) => `fragment F${n} on User { ${n === 29 ? 'id' : `...F${n + 1} ...F${n + 1}`} }`,
    );
    expect(codesOf(`{ viewer { ...F0 } } ${doubling}`)).toEqual(['QUERY_TOO_COMPLEX']);
  });
});

describe('an operation with variables that do not fit', () => {
  it.each([
    ['a missing one', {}],
    ['null', { n: null }],
    ['a text', { n: '100' }],
    ['an integer of 2³¹', { n: 2 ** 31 }],
    ['not a number', { n: NaN }],
  ])('costs nothing, because it cannot run: %s', (_what, variables) => {
    const query = parse(`query($n: Int!) { viewer { ${surveys('$n')} } }`);
    expect(points(query, variables)).toBe(0);
    expect(validate(query, { variables })).toEqual([]);
  });
});

it('an operation that was sent with an argument that does not fit is not cheaper with one that does', () => {
  const persona = 'persona(id: $id) { messages(last: 100) { edges { node { id } } } }';
  const aliases = Array.from({ length: 15 }, (_, n) => `a${n}: ${persona}`).join(' ');
  // The default makes null possible for the variable, but not for the argument.
  const query = parse(`query($id: ID = "none") { googleSignIn { clientId } ${aliases} }`);
  expect(validate(query, { variables: { id: null } })).toEqual([]);
  expect(validate(query, { variables: { id: randomUUID() } })).toHaveLength(1);
});
