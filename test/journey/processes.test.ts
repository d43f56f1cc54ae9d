import { describe, expect, inject, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  PersonaDocument,
  RefreshDocument,
  SignOutDocument,
  SurveyProgressedDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { type OpenAiStandIn, startOpenAiStandIn } from '../../stand-ins/openai/server/server.js';
import { unlessBusy } from '../testkit/unlessBusy.js';
import { createTestDatabase } from '../testkit/database.js';
import { type ProductProcess, startProcess } from '../testkit/process.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';
import { useOne } from '../testkit/useOne.js';
import { describeJourney } from './describeJourney.js';

interface Processes extends AsyncDisposable {
  model: OpenAiStandIn;
  here: ProductProcess;
  there: ProductProcess;
}

async function startProcesses(): Promise<Processes> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase());
  const model = opened.use(await startOpenAiStandIn());
  const env = { DATABASE_URL: database.url, REDIS_URL: inject('redisUrl'), OPENAI_BASE_URL: model.url };
  const start = async (role: string) => opened.use(await startProcess({ ...env, ROLE: role }));
  // All four at once: they migrate, make secrets and queues at the same moment.
  const [here, there] = await Promise.all([start('api'), start('api'), start('worker'), start('worker')]);
  const closing = opened.move();
  return { model, here, there, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

const processes = useOne(startProcesses);

describeJourney('over two API and two worker processes', () => ({
  owners: processes.here.url,
  friends: processes.there.url,
}));

describe('two API and two worker processes', () => {
  it('carry the journey across: asked here, watched there, answered on both', async () => {
    const { here, there, model } = processes;
    const asked = model.calls.filter(({ path }) => path === 'chat').length;
    await using owner = await someone(here.url);
    await using watcher = new ApiClient(there.url, owner.session.accessToken);
    const survey = await newSurvey(owner.client);
    const states = statesUntil(watcher, survey.persona.id, ['READY']);
    const counts = watcher.follow(SurveyProgressedDocument, { surveyId: survey.id });
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(0);
    for (const [index, view] of threeFriends.entries())
      await submitAnswers((index % 2 === 0 ? there : here).url, survey.slug, view);
    for await (const { surveyProgressed } of counts) if (surveyProgressed.responseCount === 3) break;
    expect((await states).at(-1)?.status).toBe('READY');
    const { persona } = await watcher.run(PersonaDocument, { id: survey.persona.id });
    const picture = new URL(persona.illustration?.url ?? '', there.url);
    expect((await unlessBusy(() => fetch(picture))).status).toBe(200);
    expect(model.calls.filter(({ path }) => path === 'chat')).toHaveLength(asked + 2);
  });

  it('answer one successor to 1,000 parallel refreshes of a token, and sign nobody out', async () => {
    const { here, there } = processes;
    await using owner = await someone(here.url);
    const clients = [new ApiClient(here.url), new ApiClient(there.url)] as const;
    const refresh = async (refreshToken: string, index = 0) =>
      (await clients[index % 2 === 0 ? 0 : 1].run(RefreshDocument, { refreshToken })).refreshSession;
    const { refreshToken } = owner.session;
    const pairs = await Promise.all(
      Array.from({ length: 1_000 }, (_, index) => refresh(refreshToken, index)),
    );
    const [successor = '', ...others] = new Set(pairs.map((pair) => pair.refreshToken));
    expect(others).toEqual([]);
    const { accessToken } = await refresh(successor);
    const answers = [owner.session.accessToken, ...pairs.map((pair) => pair.accessToken), accessToken]
      .filter((_token, index) => index % 100 === 0)
      .map((token) => new ApiClient(there.url, token).run(ViewerDocument, {}));
    expect((await Promise.all(answers)).map(({ viewer }) => viewer.id)).toEqual(
      answers.map(() => owner.session.user.id),
    );
  });

  it('share sign-ins and sign-outs', async () => {
    const { here, there } = processes;
    await using owner = await someone(here.url);
    await using elsewhere = new ApiClient(there.url, owner.session.accessToken);
    const viewer = () => unlessBusy(() => elsewhere.request(ViewerDocument, {}));
    expect((await viewer()).errors).toEqual([]);
    await owner.client.run(SignOutDocument, {});
    expect((await viewer()).status).toBe(401);
  });
});
