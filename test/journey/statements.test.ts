import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyPersona } from '../../bench/stage/copyPersona.js';
import { type CountedApi, openCountedApi } from '../../bench/stage/countedApi.js';
import { seedMessages } from '../../bench/stage/seedMessages.js';
import { ChooseVoiceDocument, InviteToCompareDocument } from '../../operations/generated/graphql.js';
import { submitAnswers } from '../../client/friends.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useApp, usePerson } from '../testkit/useApp.js';
import { useOne } from '../testkit/useOne.js';
import { surveyOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test);
const api: CountedApi = useOne(() =>
  openCountedApi(test.databaseUrl, test.app.services, owner.session.user.id),
);
const COPIES = 49;
let personaId: string;
let survey: { id: string; slug: string };

beforeAll(async () => {
  const made = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
  ({ personaId } = made);
  survey = made;
  const db = new Client({ connectionString: test.databaseUrl });
  await db.connect();
  for (const id of await copyPersona(db, personaId, COPIES))
    await owner.client.run(InviteToCompareDocument, { personaId: id });
  await db.query(
    `insert into persona_version select (json_populate_record(v, json_build_object('id', gen_random_uuid(), 'number', n))).*
     from persona_version v, generate_series(2, $2) n where persona_id = $1`,
    [personaId, COPIES + 1],
  );
  await seedMessages(db, personaId, COPIES + 1);
  await db.end();
});

const PERSONA = `id status title summary greeting archetype voice { mode sample } sentences { text evidence }
  traits { id score } illustration { url } failure { reason }`;

/** Connections, each with everything that can be selected in it. */
const connections = {
  'viewer.surveys': `query($n: Int!) { viewer { list: surveys(first: $n) { edges { cursor node {
    id slug title responseCount persona { ${PERSONA} survey { id title persona { ${PERSONA} survey { id } } } }
  } } pageInfo { hasNextPage endCursor } } } }`,
  'viewer.comparisons': `query($n: Int!) { viewer { list: comparisons(first: $n) { edges { cursor node {
    id status code mine { id name } theirName score reasons } } pageInfo { hasNextPage endCursor } } } }`,
  'persona.versions': `query($n: Int!, $persona: ID!) { persona(id: $persona) { list: versions(first: $n) { edges { cursor node {
    id number status title evidence { id text } provenance { model }
    insight { friends words { word count } quotes { id text } johari { arena { label } } blindSpots { text } circles { friends } }
  } } pageInfo { hasNextPage endCursor } } } }`,
  'persona.messages': `query($n: Int!, $persona: ID!) { persona(id: $persona) { list: messages(last: $n) { edges { cursor node {
    id text alternatives evidence { id } helpLines { name } failure { reason } } } pageInfo { hasPreviousPage startCursor } } } }`,
};

interface Listed {
  list: { edges: { node: { id: string } }[]; pageInfo: object };
}

async function read(query: string, n: number) {
  const { data, errors, statements } = await api.run(query, { n, persona: personaId });
  expect(errors).toEqual([]);
  const { list } = Object.values(data as Record<string, Listed>)[0]!;
  return { rows: list.edges.length, nodes: list.edges.map(({ node }) => node), statements };
}

describe('the number of statements does not depend on the number of rows', () => {
  it.each(Object.entries(connections))('of %s', async (_name, query) => {
    const one = await read(query, 1);
    const all = await read(query, COPIES);
    expect([one.rows, all.rows]).toEqual([1, COPIES]);
    expect(all.statements).toBe(one.statements);
    // Every row was read, each with its own data.
    expect(new Set(all.nodes.map(({ id }) => id)).size).toBe(COPIES);
  });

  it('and every persona in a list has its own text and survey', async () => {
    const { nodes } = await read(connections['viewer.surveys'], COPIES);
    for (const node of nodes as { id: string; persona?: { title: string; survey: { id: string } } }[]) {
      expect(node.persona?.title).toEqual(expect.any(String));
      expect(node.persona?.survey.id).toBe(node.id);
    }
  });
});

describe('lists under many names', () => {
  const list = (first: number) => `surveys(first: ${first}) { edges { node { id persona { ${PERSONA} } } } }`;
  const comparisons = 'comparisons(first: 5) { edges { node { id mine { id name } } } }';
  const under = (names: number, field: (name: number) => string): string =>
    Array.from({ length: names }, (_, name) => `a${name}: ${field(name)}`).join(' ');
  const cases: Record<string, (names: number) => string> = {
    'of one length': (names) => `query { viewer { ${under(names, () => list(COPIES))} } }`,
    'of many lengths': (names) => `query { viewer { ${under(names, (name) => list(name + 1))} } }`,
    'of comparisons': (names) => `query { viewer { ${under(names, () => comparisons)} } }`,
    'of the viewer': (names) => `query { ${under(names, () => `viewer { id ${list(3)} }`)} }`,
    'of one persona': (names) =>
      `query { ${under(names, () => `persona(id: "${personaId}") { ${PERSONA} }`)} }`,
    'of one survey': (names) =>
      `query { viewer { ${under(names, () => `survey(id: "${survey.id}") { id persona { ${PERSONA} } }`)} } }`,
  };

  it.each(Object.keys(cases))('%s take as many statements as one', async (name) => {
    const [one, many] = [await api.run(cases[name]!(1)), await api.run(cases[name]!(15))];
    expect([one.errors, many.errors]).toEqual([[], []]);
    expect(many.statements).toBe(one.statements);
  });

  it('each hold what they would hold alone', async () => {
    interface Lists {
      viewer: Record<
        string,
        { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
      >;
    }
    const page = (first: number) =>
      `surveys(first: ${first}) { edges { node { id } } pageInfo { hasNextPage endCursor startCursor hasPreviousPage } }`;
    const sizes = [1, 7, COPIES, COPIES + 1, 100];
    const together = (
      await api.run(`{ viewer { ${sizes.map((size) => `a${size}: ${page(size)}`).join(' ')} } }`)
    ).data as Lists;
    for (const size of sizes) {
      const alone = (await api.run(`{ viewer { a${size}: ${page(size)} } }`)).data as Lists;
      expect(together.viewer[`a${size}`]).toEqual(alone.viewer[`a${size}`]);
    }
  });
});

it('a field of a subscription reads what has changed since the last event', async () => {
  interface Event {
    surveyProgressed: { responseCount: number; persona: { voice: { mode: string } } };
  }
  const watch = parse(
    'subscription($id: ID!) { surveyProgressed(surveyId: $id) { responseCount persona { voice { mode } } } }',
  ) as TypedDocumentNode<Event, { id: string }>;
  const events = owner.client.follow(watch, { id: survey.id });
  const next = async () => (await events.next()).value?.surveyProgressed;
  expect(await next()).toEqual({ responseCount: 3, persona: { voice: { mode: 'FATED' } } });
  await owner.client.run(ChooseVoiceDocument, { personaId, archetype: 'SAGE' });
  await submitAnswers(test.url, survey.slug, sixFriends[3]!);
  expect(await next()).toEqual({ responseCount: 4, persona: { voice: { mode: 'ALCHEMIC' } } });
  await events.return?.();
});
