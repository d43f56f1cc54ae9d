import { describe, expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  CreateSurveyDocument,
  PersonaChangedDocument,
  SurveyProgressedDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, someone, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useWiredApp } from './useWiredApp.js';

const wired = useWiredApp();

const ready = async (): Promise<boolean> => (await fetch(`${wired.url}/readyz`)).status === 200;

describe('while the database is away', () => {
  it('requests get 503 with Retry-After, nothing ends, and everything goes on when it is back', async () => {
    await using owner = await someone(wired.url);
    const survey = await newSurvey(owner.client);
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    await counts.next();

    await wired.database.cut();
    const refused = await owner.client.request(CreateSurveyDocument, {});
    expect([refused.status, refused.errors[0]?.extensions?.['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await ready()).toBe(false);
    expect((await fetch(`${wired.url}/healthz`)).status).toBe(200);

    await wired.database.mend();
    await until('it is ready again', ready);
    await submitAnswers(wired.url, survey.slug, threeFriends[0]!);
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(1);
    await counts.return?.();
  });
});

describe('while Redis is away', () => {
  it('answers are taken, the saga runs, and a watcher still sees READY', async () => {
    await using owner = await someone(wired.url);
    const survey = await newSurvey(owner.client);
    const states = owner.client.follow(PersonaChangedDocument, { personaId: survey.persona.id });
    await states.next();
    await wired.redis.cut();
    await threeAnswers(wired.url, survey.slug);
    for await (const { personaChanged } of states) if (personaChanged.status === 'READY') break;
    await wired.redis.mend();
    await until('Redis is back', () =>
      wired.app.services.pubsub.check().then(
        () => true,
        () => false,
      ),
    );
  });

  it('a new watcher gets its snapshot, and later events once Redis is back', async () => {
    await using owner = await someone(wired.url);
    const survey = await newSurvey(owner.client);
    await wired.redis.cut();
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(0);
    await wired.redis.mend();
    await submitAnswers(wired.url, survey.slug, threeFriends[0]!);
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(1);
    await counts.return?.();
  });
});
