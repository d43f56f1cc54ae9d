import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SendMessageDocument } from '../../operations/generated/graphql.js';
import { PersonaVersion } from '../../src/entities/PersonaVersion.js';
import { DEMO_MODEL } from '../../src/modelSettings.js';
import { refusal, talker } from '../chat/talk.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

const COOLING_MS = 1_500;
const FAILURES = 3;
const SAGAS = 6;

const test = useApp({
  // A model that the provider lists, at a price.
  env: {
    TEXT_MODEL: DEMO_MODEL,
    IMAGE_MODEL: DEMO_MODEL,
    PRICES: `{"${DEMO_MODEL}":{"input":1,"output":2}}`,
  },
  // Fewer tries than the outage has probes: a job that paid for each would be lost.
  retries: { limit: 2, delaySeconds: 0, maxDelaySeconds: 1 },
  cooling: { failures: FAILURES, firstMs: COOLING_MS, longestMs: COOLING_MS },
});

const figures = async (): Promise<string> => (await fetch(`${test.url}/metrics`)).text();
const readyz = async () =>
  (await (await fetch(`${test.url}/readyz`)).json()) as { status: string; models?: Record<string, string> };
const callsTo = (path: string): number => test.model.calls.filter((call) => call.path === path).length;

/** Six people whose personas are being made. */
const sagas = () =>
  Promise.all(
    Array.from({ length: SAGAS }, async () => {
      const { client } = await someone(test.url);
      const { slug, persona } = await newSurvey(client);
      await threeAnswers(test.url, slug);
      return { client, personaId: persona.id };
    }),
  );
const waits = async () =>
  (await test.app.services.orm.em.fork().find(PersonaVersion, { status: 'SYNTHESIZING' })).map(
    ({ waiting }) => waiting,
  );

describe('while the text model’s provider fails', () => {
  it('it is asked once in a while, personas wait with the reason, and all are made once it answers', async () => {
    await test.app.probeModels();
    expect((await readyz()).models?.['text']).toBe('ok');
    test.model.script({ path: 'chat', times: Infinity, do: 'fail', status: 503 });
    const began = performance.now();
    const owners = await sagas();
    await until('the breaker is open', async () =>
      (await figures()).includes('model_breaker_open{role="text"} 1'),
    );
    await until('all wait', async () => {
      const all = await waits();
      return all.length === SAGAS && all.every((waiting) => waiting !== null);
    });
    for (const waiting of await waits())
      expect(waiting?.reason).toBe('The model provider is temporarily unavailable.');

    // More probes than any job has tries.
    await until('five probes', () => callsTo('chat') >= FAILURES + 5);
    // Calls that were under way when the breaker opened come on top of the probes.
    const most = SAGAS + 1 + (performance.now() - began) / COOLING_MS;
    expect(callsTo('chat')).toBeLessThanOrEqual(most);
    expect(await figures()).toContain('model_breaker_open{role="image"} 0');
    // Not once a probe is due, which those who wait soon make.
    const ready = await until('it is said', async () => {
      const now = await readyz();
      return now.models?.['text'] === 'warning' && now;
    });
    expect(ready).toMatchObject({ status: 'ready', models: { image: 'ok' } });

    test.model.reset();
    for (const { client, personaId } of owners)
      expect((await statesUntil(client, personaId, ['READY', 'FAILED'])).at(-1)?.status).toBe('READY');
    expect((await readyz()).models?.['text']).toBe('ok');
    const text = await figures();
    expect(text).toContain('model_breaker_open{role="text"} 0');
    expect(text).toContain(`persona_saga_seconds_count{outcome="ready"} ${SAGAS}`);
    expect(text).toContain(`job_seconds_count{job="illustratePersona",outcome="done"} ${SAGAS}`);
    expect(text).toContain(`persona_stage_seconds_count{stage="writePersona",outcome="done"} ${SAGAS}`);
    expect(text).toMatch(/model_call_seconds_count\{role="text",outcome="withheld"\} [1-9]/);
    expect(text).toMatch(/model_tokens_total\{role="text",direction="output"\} [1-9]/);
    expect(text).toMatch(/model_cost_dollars_total\{role="text"\} 0\.\d*[1-9]/);
  });
});

describe('while the moderator’s provider fails', () => {
  it('messages are refused at once without a call, with the time to try again, and pass once it answers', async () => {
    const talking = await talker(test.url);
    const said = () =>
      talking.client.request(SendMessageDocument, {
        personaId: talking.personaId,
        text: 'Hello there',
        clientKey: randomUUID(),
      });
    const refused = async () => refusal(await said());
    test.model.script({ path: 'moderations', times: Infinity, do: 'fail', status: 500 });
    for (let times = 0; times < FAILURES; times += 1) expect(await refused()).toBe('UPSTREAM_FAILED');
    // Between two probes.
    await until('a refusal without a call, while the metrics say so', async () => {
      const before = callsTo('moderations');
      const isRefused = (await refused()) === 'UPSTREAM_FAILED' && callsTo('moderations') === before;
      return isRefused && (await figures()).includes('model_breaker_open{role="moderation"} 1');
    });
    // While nobody sends a message, nothing is known of the provider.
    const calls = callsTo('moderations');
    await until('the metrics no longer say so', async () =>
      (await figures()).includes('model_breaker_open{role="moderation"} 0'),
    );
    expect(callsTo('moderations')).toBe(calls);
    test.model.reset();
    await until('a message', async () => (await said()).errors.length === 0);
    expect(await figures()).toContain('model_breaker_open{role="moderation"} 0');
  });
});
