import { describe, expect, it } from 'vitest';
import { submission, submitAnswers, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { ask, shown } from '../chat/talk.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';
import { startTestApp } from '../testkit/testApp.js';
import { until } from '../testkit/until.js';
import { useOne } from '../testkit/useOne.js';
import { type CollectedSpan, startLocalCollector } from './localCollector.js';

const canaries = {
  name: 'Canarina Kestrel',
  answer: 'keeps seventeen canaries in the bathtub',
  message: 'do my canaries sing in the bathtub?',
};

/** The product with a collector, after a persona was made of three answers and has replied to a message. */
const traced = useOne(async () => {
  await using opened = new AsyncDisposableStack();
  const collector = opened.use(await startLocalCollector());
  const test = opened.use(
    await startTestApp({
      env: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=one%20two',
        OTEL_BSP_SCHEDULE_DELAY: '50',
      },
    }),
  );
  const owner = await someone(test.url, canaries.name);
  const { slug, persona } = await newSurvey(owner.client, { displayName: canaries.name });
  for (const view of threeFriends) await submitAnswers(test.url, slug, { ...view, line: canaries.answer });
  await statesUntil(owner.client, persona.id, ['READY']);
  await ask(owner.client, persona.id, canaries.message);
  const reply = (await shown(owner.client, persona.id)).at(-1)?.text ?? '';
  const closing = opened.move();
  return { ...test, collector, slug, reply, [Symbol.asyncDispose]: () => closing.disposeAsync() };
});

const spans = (): CollectedSpan[] => traced.collector.spans;
const named = (name: string, all = spans()): CollectedSpan[] => all.filter((span) => span.name === name);
const arrived = (name: string, times: number) =>
  until(`${times} ${name}`, () => (named(name).length >= times ? named(name) : null));

/** The names of a span and of those around it, outermost first. */
function pathTo(span: CollectedSpan): string[] {
  const parent = spans().find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent === undefined ? [] : pathTo(parent)), span.name];
}

describe('with a collector', () => {
  it('one trace leads from the third answer to the picture', async () => {
    const [step] = await arrived('process illustratePersona', 1);
    const own = () => spans().filter(({ traceId }) => traceId === step?.traceId);
    await until('the event of READY', () => named('publish personaChanged', own()).length >= 3);
    expect(pathTo(step!)).toEqual([
      'POST /graphql',
      'mutation submitResponse',
      'command submitResponse',
      'send synthesizePersona',
      'process synthesizePersona',
      'send illustratePersona',
      'process illustratePersona',
    ]);
    const names = own().map(({ name }) => name);
    for (const stage of ['measureAnswers', 'blendTexts', 'reflect', 'writePersona'])
      expect(names).toContain(`stage ${stage}`);
    const events = named('publish personaChanged', own()).map((span) => pathTo(span).at(-2));
    expect(events).toContain('command submitResponse');
    expect(events).toContain('process synthesizePersona');
    expect(events).toContain('process illustratePersona');
    // The first two answers have traces of their own.
    expect(new Set(named('command submitResponse').map(({ traceId }) => traceId)).size).toBe(3);
  });

  it('a model call says what the conventions for generative AI ask for, and nothing of its texts', async () => {
    // Spans leave when they end, and this one contains the others.
    await arrived('process replyToMessage', 1);
    const calls = spans().filter(({ attributes }) => attributes['gen_ai.operation.name'] === 'chat');
    const persona = calls.find((call) => pathTo(call).includes('stage writePersona'));
    expect(persona?.attributes).toMatchObject({
      'gen_ai.provider.name': 'openai_compatible',
      'gen_ai.output.type': 'json',
      'gen_ai.response.finish_reasons': 'stop',
      'gen_ai.usage.input_tokens': expect.any(Number) as number,
      'gen_ai.usage.output_tokens': expect.any(Number) as number,
      'mirai.model.role': 'text',
    });
    const reply = calls.find(({ attributes }) => attributes['mirai.model.role'] === 'chat');
    expect(reply?.attributes['gen_ai.output.type']).toBe('text');
    expect(pathTo(reply!)).toEqual([
      'POST /graphql',
      'mutation sendMessage',
      'command sendMessage',
      'send replyToMessage',
      'process replyToMessage',
      reply!.name,
    ]);
    const operations = spans().map(({ attributes }) => attributes['gen_ai.operation.name']);
    expect(operations).toContain('moderate');
    expect(operations).toContain('generate_content');
  });

  it('nothing that people or models wrote leaves in a span, and no name or address', async () => {
    await arrived('publish replyGrew', 1);
    const sent = traced.collector.bodies.join('\n');
    expect(sent).toContain('submitResponse');
    expect(traced.reply.length).toBeGreaterThan(10);
    for (const text of [...Object.values(canaries), traced.reply.slice(0, 40), traced.slug, '@test.example'])
      expect(sent).not.toContain(text);
    expect(sent).not.toMatch(/Canarina|canaries/);
    expect(spans().filter(({ events }) => (events ?? []).length > 0)).toEqual([]);
    expect(spans().filter(({ status }) => status.message !== undefined && status.message !== '')).toEqual([]);
  });

  it('answers that come at once each have a trace, and what they cause is in the trace of one of them', async () => {
    const owner = await someone(traced.url);
    const { slug, persona } = await newSurvey(owner.client);
    const before = named('send synthesizePersona').length;
    await Promise.all(threeFriends.map((view) => submitAnswers(traced.url, slug, view)));
    await statesUntil(owner.client, persona.id, ['READY']);
    const [sent] = (await arrived('send synthesizePersona', before + 1)).slice(before);
    await until('its request', () => pathTo(sent!).length === 4);
    expect(pathTo(sent!).slice(0, 3)).toEqual([
      'POST /graphql',
      'mutation submitResponse',
      'command submitResponse',
    ]);
  });

  it("the queue's upkeep, health and metrics have no spans", async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) await fetch(`${traced.url}${path}`);
    await fetch(`${traced.url}/s/${traced.slug}`);
    await until('the page', () => spans().some(({ name }) => name.startsWith('GET /s/')));
    expect(spans().filter(({ name }) => /__pgboss__|healthz|readyz|metrics/.test(name))).toEqual([]);
  });

  it("a caller's traceparent is linked and decides nothing", async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const response = await fetch(`${traced.url}/s/${traced.slug}`, {
      // Not sampled, as the caller says.
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-00` },
    });
    const id = response.headers.get('x-request-id');
    const span = await until('its span', () =>
      spans().find(({ attributes }) => attributes['mirai.request.id'] === id),
    );
    expect(span.traceId).not.toBe(traceId);
    expect(span.parentSpanId ?? '').toBe('');
    expect(span.links).toMatchObject([{ traceId }]);
  });

  it('exports carry the headers of the settings, as JSON, to the path for traces', () => {
    expect(traced.collector.requests[0]).toMatchObject({
      path: '/v1/traces',
      headers: { 'content-type': 'application/json', 'x-api-key': 'one two' },
    });
  });

  it('an operation that fails says its kind of error', async () => {
    const owner = await someone(traced.url);
    const nobody = 'x'.repeat(22);
    const input = submission(nobody, threeFriends[0]!);
    await expect(owner.client.run(SubmitResponseDocument, { input })).rejects.toThrow();
    const failed = await until('its command', () =>
      named('command submitResponse').find(({ status }) => status.code === 2),
    );
    expect(failed.attributes['error.type']).toBe('NOT_FOUND');
  });
});
