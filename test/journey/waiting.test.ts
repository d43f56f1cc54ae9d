import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { RetryPersonaDocument } from '../../operations/generated/graphql.js';
import { synthesizePersona } from '../../src/queue/jobs.js';
import { newSurvey, statesUntil, submitAll, threeAnswers } from '../testkit/seed.js';
import { firstVersionOf } from '../testkit/firstVersionOf.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { surveyOf } from '../testkit/versions.js';

/** Retries after two to four seconds: long enough to be read, short enough to be waited for. */
const test = useApp({ retries: { limit: 2, delaySeconds: 2, maxDelaySeconds: 4 } });
const owner = usePerson(test, 'test');
resetModel(test);

interface Waiting {
  reason: string;
  attempt: number;
  nextTryAt: string;
}
interface State {
  status: string;
  revision: number;
  waiting: Waiting | null;
  failure: { reason: string; retryable: boolean } | null;
  versions: { edges: { node: { number: number; status: string; waiting: Waiting | null } }[] };
}
const fields = `status revision waiting { reason attempt nextTryAt } failure { reason retryable }
  versions { edges { node { number status waiting { reason attempt nextTryAt } } } }`;
const Live = parse(
  `subscription ($personaId: ID!) { personaChanged(personaId: $personaId) { ${fields} } }`,
) as TypedDocumentNode<{ personaChanged: State }, { personaId: string }>;
const Now = parse(`query ($personaId: ID!) { persona(id: $personaId) { ${fields} } }`) as TypedDocumentNode<
  { persona: State },
  { personaId: string }
>;

/** Every pushed state up to and with the first that `isLast`. */
async function pushed(personaId: string, isLast: (state: State) => boolean): Promise<State[]> {
  const states: State[] = [];
  for await (const { personaChanged } of owner.client.follow(Live, { personaId })) {
    states.push(personaChanged);
    if (isLast(personaChanged)) return states;
  }
  throw new Error('The subscription ended early.');
}
const now = async (personaId: string) => (await owner.client.run(Now, { personaId })).persona;
const secondsUntil = ({ nextTryAt }: Waiting): number => (Date.parse(nextTryAt) - Date.now()) / 1000;
const begin = async () => {
  const survey = await newSurvey(owner.client);
  await threeAnswers(test.url, survey.slug);
  return survey.persona.id;
};
const isDone = ({ status }: State): boolean => status === 'READY' || status === 'FAILED';
const inVersion = (state: State | undefined) => state?.versions.edges[0]?.node.waiting;

describe('while a step waits to try again', () => {
  it('its owner is told why and when, and that it runs again', async () => {
    test.model.script({ path: 'chat', times: 2, do: 'fail', status: 503 });
    const personaId = await begin();
    const waits = await pushed(personaId, ({ waiting }) => waiting !== null);
    const { waiting, status } = waits.at(-1)!;
    expect(status).toBe('SYNTHESIZING');
    expect(waiting).toMatchObject({
      reason: 'The model provider is temporarily unavailable.',
      attempt: 2,
    });
    expect(secondsUntil(waiting!)).toBeGreaterThan(0);
    expect(secondsUntil(waiting!)).toBeLessThan(5);
    expect(inVersion(waits.at(-1))).toEqual(waiting);
    expect((await now(personaId)).waiting).toEqual(waiting);

    const rest = await pushed(personaId, isDone);
    const attempts = rest.map((state) => state.waiting?.attempt ?? null);
    expect(attempts.filter((attempt, index) => attempt !== attempts[index - 1])).toEqual([2, null, 3, null]);
    const revisions = rest.map(({ revision }) => revision);
    expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    expect(rest.at(-1)).toMatchObject({ status: 'READY', waiting: null });
    expect(inVersion(rest.at(-1))).toBeNull();
  });

  it('a step without tries left is FAILED, waits for nothing and can be retried', async () => {
    test.model.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
    const personaId = await begin();
    const states = await pushed(personaId, isDone);
    expect(states.at(-1)).toMatchObject({ status: 'FAILED', waiting: null, failure: { retryable: true } });
    await owner.client.run(RetryPersonaDocument, { personaId });
    expect((await pushed(personaId, isDone)).at(-1)).toMatchObject({ status: 'READY', waiting: null });
  });

  it.each(['chat', 'moderations'] as const)(
    'a rejected key (%s) is FAILED at once without a wait, and a retry continues',
    async (path) => {
      test.model.script({ path, times: 1, do: 'fail', status: 401 });
      const personaId = await begin();
      const states = await pushed(personaId, isDone);
      expect(states.map(({ waiting }) => waiting)).toEqual(states.map(() => null));
      expect(states.at(-1)).toMatchObject({ status: 'FAILED', failure: { retryable: true } });
      await owner.client.run(RetryPersonaDocument, { personaId });
      expect((await pushed(personaId, isDone)).at(-1)?.status).toBe('READY');
    },
  );

  it('also while a call waits as long as a rate limit asks for', async () => {
    test.model.script({ path: 'images', times: 1, do: 'fail', status: 429, retryAfter: 2 });
    const personaId = await begin();
    const states = await pushed(personaId, isDone);
    const waits = states.flatMap(({ waiting }) => waiting ?? []);
    expect(waits).toHaveLength(1);
    expect(waits[0]?.reason).toBe('The model provider is rate limiting this server.');
    expect(states.at(-1)).toMatchObject({ status: 'READY', waiting: null });
    expect(states.filter(({ status }) => status === 'GENERATING_IMAGE').at(-1)?.waiting).toBeNull();
  });

  it('a later version says so itself, and the persona stays as it is', async () => {
    const { personaId, slug } = await surveyOf(owner.client, test.url, sixFriends.slice(0, 3));
    test.model.script({ path: 'chat', times: 1, do: 'fail', status: 503 });
    await submitAll(test.url, slug, sixFriends.slice(3));
    const states = await pushed(personaId, (state) => inVersion(state) != null);
    expect(states.at(-1)).toMatchObject({ status: 'READY', waiting: null });
    await until('version 2 is READY', async () => {
      const [newest] = (await now(personaId)).versions.edges;
      return newest?.node.number === 2 && newest.node.status === 'READY' && newest.node.waiting === null;
    });
  });

  it('what a worker left behind that died ends with the next try', async () => {
    const gate = Promise.withResolvers<void>();
    test.model.script({ path: 'chat', times: 2, do: 'hold', until: gate.promise });
    const personaId = await begin();
    await until('the model is asked', () => test.model.calls.some(({ path }) => path === 'chat'));
    const versionId = await firstVersionOf(test.app.services.orm, personaId);
    const left = JSON.stringify({ reason: 'Away.', attempt: 2, nextTryAt: new Date().toISOString() });
    const { orm, queue } = test.app.services;
    await orm.em.fork().transactional(async (em) => {
      await em.execute('update persona_version set waiting = ? where id = ?', [left, versionId]);
      await em.execute('update persona set waiting = ? where id = ?', [left, personaId]);
      await queue.send(em, synthesizePersona, { versionId, generation: 1 });
    });
    await until('the next try has begun', async () => (await now(personaId)).waiting === null);
    gate.resolve();
    expect((await statesUntil(owner.client, personaId, ['READY'])).at(-1)?.status).toBe('READY');
  });
});
