import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  ChooseVoiceDocument,
  InsightDocument,
  PersonaDocument,
  ShowVersionDocument,
  VersionsDocument,
} from '../../operations/generated/graphql.js';
import { someone, submitAll } from '../testkit/seed.js';
import { sixFriends, stranger } from '../testkit/sixFriends.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { until } from '../testkit/until.js';
import { insightOf, surveyOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);

const three = sixFriends.slice(0, 3);
const others = [stranger, stranger, stranger];
const personaOf = async (id: string) => (await owner.client.run(PersonaDocument, { id })).persona;
const show = async (personaId: string, number?: number) =>
  (await owner.client.run(ShowVersionDocument, { personaId, number })).showVersion.persona;
const codeOf = (errors: readonly { extensions?: Record<string, unknown> }[]) =>
  errors[0]?.extensions?.['code'];

describe('versions', () => {
  it('come with the sixth answer by the same saga, while the persona stays READY and the first stays as it was', async () => {
    const { personaId, slug, version: first } = await surveyOf(owner.client, test.url, three);
    const [before, insight] = [await personaOf(personaId), await insightOf(owner.client, personaId, 1)];
    const gate = Promise.withResolvers<void>();
    test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
    await submitAll(test.url, slug, others);
    await until('the second is begun', async () => (await versionsOf(owner.client, personaId)).length === 2);
    const [making] = await versionsOf(owner.client, personaId);
    expect(making).toMatchObject({
      number: 2,
      status: 'SYNTHESIZING',
      isShown: false,
      friends: 0,
      traits: [],
    });
    expect(making).toMatchObject({ hash: null, title: null, archetype: null, rarity: null });
    const unmade = (await owner.client.run(InsightDocument, { personaId, number: 2 })).persona.version;
    expect(unmade).toMatchObject({ evidence: [], insight: null, sentences: [] });
    expect(await personaOf(personaId)).toEqual(before);

    gate.resolve();
    const second = await versionAtEnd(owner.client, personaId, 2);
    expect(second).toMatchObject({ status: 'READY', isShown: true, friends: 6 });
    expect(second.hash).not.toBe(first.hash);
    expect((await personaOf(personaId)).traits.map(({ score }) => score)).toEqual(
      second.traits.map(({ score }) => score),
    );
    expect(await insightOf(owner.client, personaId, 1)).toEqual(insight);
    const [, still] = await versionsOf(owner.client, personaId);
    expect(still).toEqual({ ...first, isShown: false });
  });

  it('are shown as the owner chooses, and the newest again when the choice is taken back', async () => {
    const { personaId, slug } = await surveyOf(owner.client, test.url, [...three, ...others]);
    expect(await show(personaId, 1)).toMatchObject({ pinned: true, version: { number: 1 } });
    const [second, first] = await versionsOf(owner.client, personaId);
    expect([second?.isShown, first?.isShown]).toEqual([false, true]);
    expect(await personaOf(personaId)).toMatchObject({ title: first?.title, summary: first?.summary });

    await submitAll(test.url, slug, [...three, stranger]);
    expect(await versionAtEnd(owner.client, personaId, 3)).toMatchObject({ friends: 10, isShown: false });
    const newest = await show(personaId);
    expect(newest).toMatchObject({ pinned: false, version: { number: 3 } });
    expect((await show(personaId, 3)).revision).toBeGreaterThan(newest.revision);

    for (const number of [0, 4, -1])
      expect(codeOf((await owner.client.request(ShowVersionDocument, { personaId, number })).errors)).toBe(
        'BAD_USER_INPUT',
      );
    await using other = await someone(test.url);
    const asked = await Promise.all([
      other.client.request(ShowVersionDocument, { personaId }),
      other.client.request(ChooseVoiceDocument, { personaId }),
      other.client.request(VersionsDocument, { personaId }),
    ]);
    expect(asked.map(({ errors }) => codeOf(errors))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('are paged, newest first', async () => {
    const { personaId } = await surveyOf(owner.client, test.url, [...three, ...others]);
    const page = async (first: number, after?: string) =>
      (await owner.client.run(VersionsDocument, { personaId, first, after })).persona.versions;
    const newest = await page(1);
    expect(newest.edges.map(({ node }) => node.number)).toEqual([2]);
    expect(newest.pageInfo.hasNextPage).toBe(true);
    const rest = await page(1, newest.edges[0]?.cursor);
    expect(rest.edges.map(({ node }) => node.number)).toEqual([1]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    for (const wrong of [{ first: 0 }, { first: 101 }, { after: 'e30=' }])
      expect(codeOf((await owner.client.request(VersionsDocument, { personaId, ...wrong })).errors)).toBe(
        'BAD_USER_INPUT',
      );
  });
});

describe('a second version that fails', () => {
  it('leaves the first one shown, says why, and is made by a retry', async () => {
    const { personaId, slug } = await surveyOf(owner.client, test.url, three);
    const before = await personaOf(personaId);
    test.model.script({ path: 'chat', times: Infinity, do: 'fail', status: 503 });
    await submitAll(test.url, slug, others);
    expect(await versionAtEnd(owner.client, personaId, 2)).toMatchObject({
      status: 'FAILED',
      isShown: false,
      title: null,
      traits: [],
      failure: { step: 'SYNTHESIZING', retryable: true },
    });
    expect(await personaOf(personaId)).toEqual(before);

    test.model.reset();
    const gate = Promise.withResolvers<void>();
    test.model.script({ path: 'chat', times: 1, do: 'hold', until: gate.promise });
    const retry = `mutation { retryPersona(input: { personaId: "${personaId}" })
      { persona { status versions { edges { node { status failure { reason } } } } } } }`;
    const { data } = await owner.client.request(parse(retry), {});
    const [again] = [{ node: { status: 'SYNTHESIZING', failure: null } }];
    expect(data).toMatchObject({
      retryPersona: { persona: { status: 'READY', versions: { edges: [again, {}] } } },
    });
    gate.resolve();
    await until('the second is shown', async () => (await versionsOf(owner.client, personaId))[0]?.isShown);
    const made = await versionAtEnd(owner.client, personaId, 2);
    expect(made).toMatchObject({ status: 'READY', friends: 6, failure: null });
    expect(await personaOf(personaId)).toMatchObject({ title: made.title, failure: null });
  });
});

describe('a live view of a persona', () => {
  it('shows a later version in each state it has', async () => {
    const { personaId, slug } = await surveyOf(owner.client, test.url, three);
    const live = parse(`subscription Live($personaId: ID!) { personaChanged(personaId: $personaId)
      { status versions { edges { node { status } } } } }`) as TypedDocumentNode<
      {
        personaChanged: { status: string; versions: { edges: { node: { status: string } }[] } };
      },
      { personaId: string }
    >;
    const events = owner.client.follow(live, { personaId });
    await events.next();
    await submitAll(test.url, slug, others);
    const seen: string[] = [];
    for await (const {
      personaChanged: { status, versions },
    } of events) {
      expect(status).toBe('READY');
      seen.push(versions.edges[0]?.node.status ?? '');
      if (versions.edges.length === 2 && seen.at(-1) === 'READY') break;
    }
    const order = ['SYNTHESIZING', 'GENERATING_IMAGE', 'READY'];
    expect(seen).toEqual(order.filter((state) => seen.includes(state)));
  });
});
