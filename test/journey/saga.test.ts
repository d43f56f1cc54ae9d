import { describe, expect, it } from 'vitest';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  PersonaChangedDocument,
  PersonaDocument,
  RetryPersonaDocument,
} from '../../operations/generated/graphql.js';
import { synthesizePersona } from '../../src/queue/jobs.js';
import type { StandInPath } from '../../stand-ins/openai/server/behaviour.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { firstVersionOf } from '../testkit/firstVersionOf.js';
import { newSurvey, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);

const callsTo = (path: StandInPath): number => test.model.calls.filter((call) => call.path === path).length;
const texts = (): number => callsNamed(test.model, 'persona').length;
const firstVersion = (persona: string) => firstVersionOf(test.app.services.orm, persona);
const started = async () => {
  const survey = await newSurvey(owner.client);
  await threeAnswers(test.url, survey.slug);
  return survey;
};
const personaOf = async (id: string) => (await owner.client.run(PersonaDocument, { id })).persona;

describe('the saga', () => {
  it('calls each model once for one persona', async () => {
    const survey = await started();
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    const experts = callsNamed(test.model, 'reflections').length;
    expect([experts, texts(), callsTo('images')]).toEqual([1, 1, 1]);
  });

  it('is over with a fourth and a fifth answer as with three, without a call of any model', async () => {
    const survey = await started();
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    const before = await personaOf(survey.persona.id);
    const calls = test.model.calls.length;
    for (const friend of threeFriends.slice(0, 2)) {
      await submitAnswers(test.url, survey.slug, friend);
      expect(await personaOf(survey.persona.id)).toEqual(before);
    }
    expect(texts()).toBe(1);
    expect(test.model.calls).toHaveLength(calls);
  });

  it('gets over a model that fails, stops midway and talks nonsense in turn', async () => {
    for (const behaviour of [{ do: 'fail', status: 503 }, { do: 'garbage' }] as const)
      test.model.script({ path: 'chat', times: 1, ...behaviour });
    test.model.script({ path: 'images', times: 1, do: 'fail', status: 500 });
    const survey = await started();
    const states = await statesUntil(owner.client, survey.persona.id, ['READY', 'FAILED']);
    expect(states.at(-1)?.status).toBe('READY');
    expect([callsTo('chat'), callsTo('images')]).toEqual([4, 2]);
  });

  it('FAILED says step and reason when the model stays away, and a retry resumes it', async () => {
    test.model.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
    const survey = await started();
    const states = await statesUntil(owner.client, survey.persona.id, ['FAILED']);
    const { failure } = states.at(-1)!;
    expect(failure).toMatchObject({ step: 'SYNTHESIZING', retryable: true });
    expect(failure?.reason).toMatch(/\w+ \w+/);
    expect(await personaOf(survey.persona.id)).toMatchObject({ title: null, traits: [], illustration: null });

    const retried = await Promise.all(
      Array.from({ length: 5 }, () =>
        owner.client.run(RetryPersonaDocument, { personaId: survey.persona.id }),
      ),
    );
    for (const { retryPersona } of retried) expect(retryPersona.persona.status).not.toBe('FAILED');
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    expect([callsTo('chat'), texts()]).toEqual([5, 1]);
    expect((await personaOf(survey.persona.id)).failure).toBeNull();
  });

  it('asks once for what the model refuses, and is READY with a text put together from the scores', async () => {
    test.model.script({ path: 'chat', times: Infinity, do: 'refuse' });
    const survey = await started();
    const states = await statesUntil(owner.client, survey.persona.id, ['READY', 'FAILED']);
    expect(states.at(-1)?.status).toBe('READY');
    expect((await versionsOf(owner.client, survey.persona.id))[0]).toMatchObject({ template: true });
    // The experts' notes and the text; nobody wrote lines to blend.
    expect(callsTo('chat')).toBe(2);
  });

  it('is READY with a portrait drawn here, and says so, when only the picture fails for good', async () => {
    test.model.script({ path: 'images', times: Infinity, do: 'fail', status: 500 });
    const survey = await started();
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    const persona = await personaOf(survey.persona.id);
    expect(persona.illustration).toMatchObject({ source: 'LOCAL', width: 1024 });
    expect((await fetch(new URL(persona.illustration?.url ?? '', test.url))).status).toBe(200);
    expect(texts()).toBe(1);
  });

  it('lets the owner retry once an operator has mended the credentials', async () => {
    test.model.script({ path: 'chat', times: 1, do: 'fail', status: 401 });
    const survey = await started();
    const states = await statesUntil(owner.client, survey.persona.id, ['FAILED']);
    expect(states.at(-1)?.failure).toMatchObject({ step: 'SYNTHESIZING', retryable: true });
    expect(callsTo('chat')).toBe(1);
    await owner.client.run(RetryPersonaDocument, { personaId: survey.persona.id });
    await statesUntil(owner.client, survey.persona.id, ['READY']);
  });

  it('writes once while the moderator fails once, and does not show the draft', async () => {
    const gate = Promise.withResolvers<void>();
    // The first verdict is about a friend's line.
    test.model.script({ path: 'moderations', times: 1, do: 'slow', delayMs: 0 });
    test.model.script({ path: 'moderations', times: 1, do: 'fail', status: 503 });
    test.model.script({ path: 'moderations', times: 1, do: 'hold', until: gate.promise });
    const survey = await started();
    await until('the moderator is asked again', () => callsTo('moderations') === 3);
    expect(await personaOf(survey.persona.id)).toMatchObject({
      status: 'SYNTHESIZING',
      title: null,
      traits: [],
    });
    gate.resolve();
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    expect(texts()).toBe(1);
  });

  it('publishes nothing while the moderator is down', async () => {
    test.model.script({ path: 'moderations', times: Infinity, do: 'fail', status: 503 });
    const survey = await started();
    const states = await statesUntil(owner.client, survey.persona.id, ['FAILED']);
    expect(states.at(-1)?.failure?.retryable).toBe(true);
    expect((await personaOf(survey.persona.id)).summary).toBeNull();
  });

  it('has one effect when its job is delivered twice', async () => {
    const gate = Promise.withResolvers<void>();
    test.model.script({ path: 'chat', times: 2, do: 'hold', until: gate.promise });
    const survey = await started();
    const { services } = test.app;
    const versionId = await firstVersion(survey.persona.id);
    await services.orm.em
      .fork()
      .transactional((em) => services.queue.send(em, synthesizePersona, { versionId, generation: 1 }));
    await until('both copies are at the model', () => callsTo('chat') === 2);
    gate.resolve();
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    await until('both copies are done', async () => {
      const [row] = await services.orm.em
        .fork()
        .execute<{ count: string }[]>(
          "select count(*) from pgboss.job where data ->> 'versionId' = ? and state = 'completed' and name = 'synthesizePersona'",
          [versionId],
        );
      return row?.count === '2';
    });
    expect(callsTo('images')).toBe(1);
    const images = await services.orm.em
      .fork()
      .execute('select hash from image where version_id = ?', [versionId]);
    expect(images).toHaveLength(3);
  });

  it('leaves no job behind when the third answer is rolled back', async () => {
    const { services } = test.app;
    const versionId = '7d3c2a2e-0000-4000-8000-000000000000';
    await expect(
      services.orm.em.fork().transactional(async (em) => {
        await services.queue.send(em, synthesizePersona, { versionId, generation: 1 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(
      await services.orm.em
        .fork()
        .execute("select 1 from pgboss.job where data ->> 'versionId' = ?", [versionId]),
    ).toEqual([]);
  });

  it('shows a FAILED that a retry passes over at once to every watcher', async () => {
    test.model.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
    const survey = await newSurvey(owner.client);
    const watched = statesUntil(owner.client, survey.persona.id, ['READY']);
    await threeAnswers(test.url, survey.slug);
    for await (const { personaChanged } of owner.client.follow(PersonaChangedDocument, {
      personaId: survey.persona.id,
    })) {
      if (personaChanged.status !== 'FAILED') continue;
      await owner.client.run(RetryPersonaDocument, { personaId: survey.persona.id });
      break;
    }
    expect((await watched).map(({ status }) => status)).toContain('FAILED');
  });
});
