import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import type { ApiClient } from '../../client/apiClient.js';

type Known = Record<string, unknown>;

const ask = <T, V>(text: string): TypedDocumentNode<T, V> => parse(text);

/** Fields that the server gives for one object at a time only. */
const costly = new Set(['changesSince', 'conversationExport']);

/** Everything below a type, by its path: a type that a field lies in is not gone into again. */
function selection(schema: GraphQLSchema, type: GraphQLObjectType, within: string[]): string {
  const fields = Object.values(type.getFields()).map((field) =>
    fieldText(schema, field, [...within, type.name]),
  );
  return `{ __typename ${fields.join(' ')} }`;
}

function fieldText(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, within: string[]): string {
  const isOneOfMany = within.some((name) => name.endsWith('Connection'));
  if (field.args.some(isRequiredArgument) || (isOneOfMany && costly.has(field.name))) return '';
  const type = getNamedType(field.type);
  if (isObjectType(type))
    return within.includes(type.name) ? '' : `${field.name} ${selection(schema, type, within)}`;
  if (!isAbstractType(type)) return field.name;
  const possible = schema
    .getPossibleTypes(type)
    .map((one) => `... on ${one.name} ${selection(schema, one, within)}`);
  return `${field.name} { ${possible.join(' ')} }`;
}

/** What the schema lets an owner read of a persona, one query for each of its fields: as the server itself describes it. */
export async function personaQueries(
  client: ApiClient,
): Promise<Map<string, TypedDocumentNode<Known, Known>>> {
  const schema = buildClientSchema(
    await client.run(ask<IntrospectionQuery, Known>(getIntrospectionQuery()), {}),
  );
  const persona = schema.getType('Persona') as GraphQLObjectType;
  const queries = new Map<string, TypedDocumentNode<Known, Known>>();
  for (const field of Object.values(persona.getFields())) {
    const text = fieldText(schema, field, ['Persona']);
    if (text !== '') queries.set(field.name, ask(`query ($id: ID!) { persona(id: $id) { ${text} } }`));
  }
  return queries;
}

/** Addresses, ids and names of files are ours and no text. */
const ours = new Set([
  'url',
  'slug',
  'id',
  'cursor',
  'startCursor',
  'endCursor',
  'filename',
  '__typename',
  'contentHash',
]);

/** Every text in an answer with its path. */
export function* textsIn(node: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof node === 'string') yield [path, node];
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node))
    if (!ours.has(key)) yield* textsIn(inner, `${path}.${key}`);
}
