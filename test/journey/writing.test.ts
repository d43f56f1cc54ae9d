import { describe, expect, it } from 'vitest';
import { RetryPersonaDocument } from '../../operations/generated/graphql.js';
import type { EvidencePack } from '../../src/measurement/evidence.js';
import { composePersona } from '../../stand-ins/openai/author/composePersona.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { newSurvey, statesUntil, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { surveyOf, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);

const speechless = sixFriends.slice(0, 3).map(({ line: _line, ...view }) => view);

/** Makes a persona of three friends who wrote nothing, so that the first call is the experts' and the second the text's. */
async function made() {
  const { personaId } = await surveyOf(owner.client, test.url, speechless);
  const [version] = await versionsOf(owner.client, personaId);
  return { personaId, version };
}

const stored = async (personaId: string) => {
  const [row] = await test.app.services.orm.em
    .fork()
    .execute<
      { provenance: { writing: string; inputTokens: number | null; cost: number | null }; text: unknown }[]
    >('select provenance, text from persona_version where persona_id = ?', [personaId]);
  return row;
};

/** A text that fits the schema and the evidence of this survey, but for what is changed in it. */
async function textWith(change: (text: ReturnType<typeof composePersona>) => void): Promise<string> {
  const { personaId } = await surveyOf(owner.client, test.url, speechless);
  const [row] = await test.app.services.orm.em
    .fork()
    .execute<{ evidence: EvidencePack }[]>('select evidence from persona_version where persona_id = ?', [
      personaId,
    ]);
  if (row === undefined) throw new Error('There is no version.');
  const text = composePersona(row.evidence);
  change(text);
  test.model.calls.length = 0;
  return JSON.stringify(text);
}

const experts = (): void => test.model.script({ path: 'chat', times: 1, do: 'slow', delayMs: 0 });

describe('a text', () => {
  it('that fits at once is the model’s first, with what it cost', async () => {
    const { personaId, version } = await made();
    expect(version).toMatchObject({ status: 'READY', template: false });
    const row = await stored(personaId);
    expect(row?.provenance.writing).toBe('FIRST');
    expect(row?.provenance.inputTokens).toBeGreaterThan(0);
    expect(row?.provenance.cost).toBeGreaterThan(0);
  });

  it.each([
    ['cites evidence that does not exist', (text) => void (text.summary[0]!.evidence = ['EV-Z'])],
    ['holds a link', (text) => void (text.greeting = 'Read more of me at www.mirror.example.')],
    ['holds markup', (text) => void (text.title = '<b>The Lantern</b>')],
  ] as [string, (text: ReturnType<typeof composePersona>) => void][])(
    'that %s is repaired once by the model, which gets the problems and sees its draft as data',
    async (_what, change) => {
      const content = await textWith(change);
      experts();
      test.model.script({ path: 'chat', times: 1, do: 'say', content });
      const { personaId } = await made();
      expect((await stored(personaId))?.provenance.writing).toBe('REPAIRED');
      const [, repair] = callsNamed(test.model, 'persona');
      const { messages } = repair?.body as { messages: { role: string; content: string }[] };
      expect(messages[1]?.content).toMatch(/"problems":\["\w+/);
      expect(messages[0]?.content).not.toContain('Lantern');
      expect(callsNamed(test.model, 'persona')).toHaveLength(2);
    },
  );

  it('that has one place that does not fit twice stays, with that place replaced', async () => {
    const content = await textWith((text) => void (text.greeting = 'Find me at https://mirror.example/.'));
    experts();
    test.model.script({ path: 'chat', times: 2, do: 'say', content });
    const { personaId, version } = await made();
    expect(version).toMatchObject({ status: 'READY', template: false });
    const row = await stored(personaId);
    const { title } = JSON.parse(content) as { title: string };
    expect(row?.text).toMatchObject({ title });
    expect(JSON.stringify(row?.text)).not.toContain('mirror.example');
    expect(row?.provenance.writing).toBe('REPAIRED');
    expect(callsNamed(test.model, 'persona')).toHaveLength(2);
  });

  it('whose repair has another shape stays, with the refused place replaced', async () => {
    const content = await textWith((text) => void (text.title = '<b>The Lantern</b>'));
    experts();
    test.model.script({ path: 'chat', times: 1, do: 'say', content });
    test.model.script({ path: 'chat', times: 2, do: 'garbage' });
    const { personaId, version } = await made();
    expect(version).toMatchObject({ status: 'READY', template: false });
    expect(JSON.stringify((await stored(personaId))?.text)).not.toContain('Lantern');
  });

  it('that does not fit twice gives way to one put together from the scores, READY and labelled', async () => {
    const content = await textWith(({ summary }) => {
      for (const sentence of summary) sentence.text = 'Find me at https://mirror.example/.';
    });
    experts();
    test.model.script({ path: 'chat', times: 2, do: 'say', content });
    const { personaId, version } = await made();
    expect(version).toMatchObject({ status: 'READY', template: true });
    expect(JSON.stringify((await stored(personaId))?.text)).not.toContain('mirror.example');
    expect(callsNamed(test.model, 'persona')).toHaveLength(2);
  });

  it('of another shape counts as one that does not fit', async () => {
    experts();
    test.model.script({ path: 'chat', times: 1, do: 'wrong-schema' });
    test.model.script({ path: 'chat', times: 2, do: 'garbage' });
    const { personaId, version } = await made();
    expect(version).toMatchObject({ status: 'READY', template: true });
    // What those answers cost is not known, and so not said.
    expect((await stored(personaId))?.provenance).toMatchObject({
      writing: 'TEMPLATE',
      inputTokens: null,
      cost: null,
    });
  });

  it('that the moderator objects to is mended like any other', async () => {
    test.model.script({ path: 'moderations', times: 1, do: 'flag' });
    const { personaId } = await made();
    expect((await stored(personaId))?.provenance.writing).toBe('REPAIRED');
  });

  it('is not replaced by a template when the model is away: that is FAILED, and can be retried', async () => {
    experts();
    test.model.script({ path: 'chat', times: 3, do: 'fail', status: 503 });
    const survey = await newSurvey(owner.client);
    await submitAll(test.url, survey.slug, speechless);
    const states = await statesUntil(owner.client, survey.persona.id, ['FAILED']);
    expect(states.at(-1)?.failure).toMatchObject({ step: 'SYNTHESIZING', retryable: true });
    await owner.client.run(RetryPersonaDocument, { personaId: survey.persona.id });
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    expect(callsNamed(test.model, 'reflections')).toHaveLength(1);
  });
});
