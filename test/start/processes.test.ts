import { describe, expect, inject, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import { createTestDatabase } from '../testkit/database.js';
import { launch, type ProductProcess, startProcess } from '../testkit/process.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';

/** The product in two API processes and a worker, and a way to know them. */
interface Several extends AsyncDisposable {
  product: ProductProcess;
  /** The children that ever said that they are ready, by role, in order. */
  started: (role: 'api' | 'worker') => number[];
}

async function start(): Promise<Several> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await createTestDatabase());
  const env = { DATABASE_URL: database.url, REDIS_URL: inject('redisUrl'), PROCESSES: '2' };
  const product = opened.use(await startProcess(env));
  const closing = opened.move();
  return {
    product,
    started: (role) =>
      [...product.output().matchAll(/\{.*"msg":"process ready"\}/g)]
        .map(([line]) => JSON.parse(line) as { child: number; role: string })
        .filter((one) => one.role === role)
        .map(({ child }) => child),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('several processes on one machine', () => {
  const several = useOne(start, 'test');

  it('say once that they are ready, and carry a survey from its answers to its mirror, live', async () => {
    const { product, started } = several;
    expect(product.output().match(/Re:MirAI is ready/g)).toHaveLength(1);
    expect(product.output()).toContain('2 for the API and a worker');
    // The log has a stream of its own.
    await until('all have said so', () => started('api').length === 2 && started('worker').length === 1);
    await using owner = await someone(product.url);
    // A second client has a connection of its own, which another process may serve.
    await using watcher = new ApiClient(product.url, owner.session.accessToken);
    const survey = await newSurvey(owner.client);
    const states = statesUntil(watcher, survey.persona.id, ['READY']);
    const counts = watcher.follow(SurveyProgressedDocument, { surveyId: survey.id });
    for (const view of threeFriends) await submitAnswers(product.url, survey.slug, view);
    for await (const { surveyProgressed } of counts) if (surveyProgressed.responseCount === 3) break;
    expect((await states).at(-1)?.status).toBe('READY');
  });

  it('replace one that is killed, and all end with a signal', async () => {
    const { product, started } = several;
    const [first = 0] = started('api');
    process.kill(first, 'SIGKILL');
    await until('another API process', () => started('api').length === 3);
    await until('an answer', async () => (await fetch(`${product.url}/readyz`)).ok);
    const children = [...started('api'), ...started('worker')];
    product.signal('SIGTERM');
    expect(await product.exited).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);
  });
});

it('several processes without Redis do not start, and one sentence says what is missing', async () => {
  await using product = launch({ PROCESSES: '2', DATABASE_URL: 'postgres://localhost/none' });
  expect(await product.exited).toBe(1);
  expect(product.output()).toContain('REDIS_URL is not set: with PROCESSES=2 processes communicate only');
});
