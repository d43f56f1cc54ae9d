import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  CreateSurveyDocument,
  PersonaChangedDocument,
  SurveyProgressedDocument,
} from '../../operations/generated/graphql.js';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { createTestDatabase } from '../testkit/database.js';
import { newSurvey, someone, threeAnswers } from '../testkit/seed.js';
import { type TcpProxy, tcpProxy } from '../testkit/tcpProxy.js';
import { until } from '../testkit/until.js';

const opened = new AsyncDisposableStack();
let database: TcpProxy;
let redis: TcpProxy;
let app: App;
let url: string;

beforeAll(async () => {
  database = opened.use(await tcpProxy(opened.use(await createTestDatabase()).url));
  redis = opened.use(await tcpProxy(inject('redisUrl')));
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
  });
  app = opened.use(await startApp(config, pino({ level: config.logLevel })));
  url = app.url ?? '';
});
afterAll(() => opened.disposeAsync());

const ready = async (): Promise<boolean> => (await fetch(`${url}/readyz`)).status === 200;

describe('while the database is away', () => {
  it('requests get 503 with Retry-After, nothing ends, and everything goes on when it is back', async () => {
    await using owner = await someone(url);
    const survey = await newSurvey(owner.client);
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    await counts.next();

    await database.cut();
    const refused = await owner.client.request(CreateSurveyDocument, {});
    expect([refused.status, refused.errors[0]?.extensions?.['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ready()).toBe(false);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    await database.mend();
    await until('it is ready again', ready);
    await submitAnswers(url, survey.slug, threeFriends[0]!);
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(1);
    await counts.return?.();
  });
});

describe('while Redis is away', () => {
  it('answers are taken, the saga runs, and a watcher still sees READY', async () => {
    await using owner = await someone(url);
    const survey = await newSurvey(owner.client);
    const states = owner.client.follow(PersonaChangedDocument, { personaId: survey.persona.id });
    await states.next();
    await redis.cut();
    await threeAnswers(url, survey.slug);
    for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
    await redis.mend();
    await until('Redis is back', () =>
      app.services.pubsub.check().then(
        () => true,
        () => false,
      ),
    );
  });

  it('a new watcher gets its snapshot, and later events once Redis is back', async () => {
    await using owner = await someone(url);
    const survey = await newSurvey(owner.client);
    await redis.cut();
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(0);
    await redis.mend();
    await submitAnswers(url, survey.slug, threeFriends[0]!);
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(1);
    await counts.return?.();
  });
});
