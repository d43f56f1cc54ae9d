import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import {
  ChooseVoiceDocument,
  HideQuoteDocument,
  InviteToCompareDocument,
  NextReleaseDocument,
  PersonaChangedDocument,
  PersonaDocument,
  RetryPersonaDocument,
  SendMessageDocument,
  ShowVersionDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { updatePersonaFromVersions } from '../../src/entities/transitions/personaVersion.js';
import { newSurvey, someone, statesUntil, submitAll } from '../testkit/seed.js';
import { sixFriends, stranger } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { resetModel, useApp, usePerson } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();
const owner = usePerson(test, 'test');
resetModel(test);
let gate: PromiseWithResolvers<void>;
beforeEach(() => {
  gate = Promise.withResolvers();
});
afterEach(() => gate.resolve());

const three = sixFriends.slice(0, 3);
const last = sixFriends.slice(3);
const personaOf = async (id: string) => (await owner.client.run(PersonaDocument, { id })).persona;
const codeOf = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
  errors[0]?.extensions?.['code'];
const withdraw = (receipt: string | undefined) =>
  new ApiClient(test.url).run(WithdrawDocument, { receipt: receipt ?? '' });
/** The picture waits until the gate opens. */
const holdThePicture = () => test.model.script({ path: 'images', do: 'hold', until: gate.promise });

/** A persona with a finished text whose picture is being drawn. */
async function drawing(views: typeof sixFriends) {
  const survey = await newSurvey(owner.client);
  holdThePicture();
  const receipts = await submitAll(test.url, survey.slug, views);
  const states = await statesUntil(owner.client, survey.persona.id, ['GENERATING_IMAGE']);
  return { survey, personaId: survey.persona.id, receipts, pushed: states.at(-1)! };
}

/** A READY persona whose second version waits for its picture. */
async function drawingAgain(views: typeof sixFriends) {
  const made = await surveyOf(owner.client, test.url, three);
  holdThePicture();
  const receipts = await submitAll(test.url, made.slug, views);
  const second = await until('version 2 waits for its picture', async () =>
    (await versionsOf(owner.client, made.personaId)).find(({ status }) => status === 'GENERATING_IMAGE'),
  );
  return { ...made, receipts, second };
}

describe('while the picture is drawn', () => {
  it('the text, traits and evidence are pushed and can be read, and the picture follows without a change of them', async () => {
    const { personaId, pushed } = await drawing(three);
    expect(pushed).toMatchObject({ status: 'GENERATING_IMAGE', illustration: null, failure: null });
    expect(pushed.title).toMatch(/\w/);
    const written = await personaOf(personaId);
    expect(written).toMatchObject({ status: 'GENERATING_IMAGE', title: pushed.title, illustration: null });
    expect(written.traits).toHaveLength(5);
    for (const value of [written.summary, written.greeting, written.archetype, written.confidence])
      expect(value).toMatch(/\w/);
    const insight = await insightOf(owner.client, personaId);
    expect(insight).toMatchObject({ friends: 3 });
    expect(insight.evidence.length).toBeGreaterThan(4);
    expect(await versionsOf(owner.client, personaId)).toMatchObject([
      { number: 1, status: 'GENERATING_IMAGE', isShown: true, friends: 3, title: pushed.title },
    ]);

    gate.resolve();
    const states = await statesUntil(owner.client, personaId, ['READY']);
    expect(states.at(-1)).toMatchObject({ title: pushed.title });
    const ready = await personaOf(personaId);
    expect(ready.illustration).not.toBeNull();
    expect({ ...ready, status: written.status, illustration: null }).toEqual(written);
    expect(await insightOf(owner.client, personaId)).toEqual(insight);
  });

  it('what needs a READY persona waits for it, and no one else reads a word', async () => {
    const { personaId } = await drawing(three);
    const asked = await Promise.all([
      owner.client.request(SendMessageDocument, { personaId, text: 'Hello', clientKey: 'key-1' }),
      owner.client.request(ChooseVoiceDocument, { personaId, archetype: 'SAGE' }),
      owner.client.request(InviteToCompareDocument, { personaId }),
      owner.client.request(ShowVersionDocument, { personaId, number: 1 }),
    ]);
    expect(asked.map(codeOf)).toEqual([
      'PERSONA_NOT_READY',
      'PERSONA_NOT_READY',
      'PERSONA_NOT_READY',
      'BAD_USER_INPUT',
    ]);
    await using other = await someone(test.url);
    expect(codeOf(await other.client.request(PersonaDocument, { id: personaId }))).toBe('NOT_FOUND');
    await expect(other.client.follow(PersonaChangedDocument, { personaId }).next()).rejects.toThrow();
  });

  it('a quote can be hidden, and stays hidden once the picture is there', async () => {
    const { personaId } = await drawing(three);
    const [quote] = (await insightOf(owner.client, personaId)).quotes;
    await owner.client.run(HideQuoteDocument, { personaId, quoteId: quote?.id ?? '' });
    const read = async () =>
      JSON.stringify([await personaOf(personaId), await insightOf(owner.client, personaId)]);
    expect(await read()).not.toContain(quote?.text);
    gate.resolve();
    await statesUntil(owner.client, personaId, ['READY']);
    expect(await read()).not.toContain(quote?.text);
  });
});

describe('an answer withdrawn while the picture is drawn', () => {
  it('stays in the text that was readable, and is missing from the next', async () => {
    const { survey, personaId, receipts } = await drawing([stranger, ...three]);
    const [before, insight] = [
      await versionsOf(owner.client, personaId),
      await insightOf(owner.client, personaId),
    ];
    await withdraw(receipts[0]);
    expect(await versionsOf(owner.client, personaId)).toEqual(before);
    gate.resolve();
    expect(await versionAtEnd(owner.client, personaId)).toEqual({ ...before[0], status: 'READY' });
    expect(await insightOf(owner.client, personaId)).toEqual(insight);
    const { viewer } = await owner.client.run(NextReleaseDocument, { surveyId: survey.id });
    expect(viewer.survey).toMatchObject({ responseCount: 3, nextRelease: 5 });
    await submitAll(test.url, survey.slug, last.slice(0, 2));
    expect(await versionAtEnd(owner.client, personaId, 2)).toMatchObject({ status: 'READY', friends: 5 });
    const next = await insightOf(owner.client, personaId, 2);
    // Sums with it before and without it now would tell it.
    expect(next.circles).toEqual([]);
    expect(next.words.find(({ id }) => id === 'modest')).toBeUndefined();
  });

  it('takes the text with it when fewer than three are left', async () => {
    const { personaId, receipts } = await drawing(three);
    await withdraw(receipts[0]);
    expect(await personaOf(personaId)).toMatchObject({ status: 'PENDING', title: null, traits: [] });
    expect(await versionsOf(owner.client, personaId)).toEqual([]);
  });

  it('stays in a text whose picture failed for good, and a retry goes on from there', async () => {
    const { personaId, receipts } = await drawing([stranger, ...three]);
    const { em } = test.app.services.orm;
    // The portrait drawn here cannot fail in this test, so the failure is written as the worker would.
    const failure = JSON.stringify({ step: 'GENERATING_IMAGE', reason: 'No picture.', retryable: true });
    await em.fork().transactional(async (tx) => {
      await tx.execute(
        "update persona_version set status = 'FAILED', generation = generation + 1, failure = ? where persona_id = ?",
        [failure, personaId],
      );
      await updatePersonaFromVersions(tx, personaId);
    });
    const failed = await personaOf(personaId);
    expect(failed).toMatchObject({ status: 'FAILED', failure: { step: 'GENERATING_IMAGE' } });
    expect(failed.title).toMatch(/\w/);
    await withdraw(receipts[0]);
    expect(await personaOf(personaId)).toEqual(failed);
    gate.resolve();
    await owner.client.run(RetryPersonaDocument, { personaId });
    const states = await statesUntil(owner.client, personaId, ['READY']);
    expect(states.at(-1)).toMatchObject({ title: failed.title, failure: null });
  });
});

describe('a second version whose picture is drawn', () => {
  it('can be read as a version, while the persona shows the first with its picture', async () => {
    const { personaId, version: first, second } = await drawingAgain(last);
    expect(second).toMatchObject({ number: 2, isShown: false, friends: 6 });
    expect(second.title).toMatch(/\w/);
    expect(second.hash).not.toBe(first.hash);
    expect(await insightOf(owner.client, personaId, 2)).toMatchObject({ friends: 6 });
    const persona = await personaOf(personaId);
    expect(persona).toMatchObject({ status: 'READY', title: first.title });
    expect(persona.illustration).not.toBeNull();
    gate.resolve();
    expect(await versionAtEnd(owner.client, personaId, 2)).toEqual({
      ...second,
      status: 'READY',
      isShown: true,
    });
  });

  it('keeps an answer that is withdrawn meanwhile', async () => {
    const { id, personaId, receipts, second } = await drawingAgain([stranger, ...last.slice(1)]);
    await withdraw(receipts[0]);
    gate.resolve();
    expect(await versionAtEnd(owner.client, personaId, 2)).toEqual({
      ...second,
      status: 'READY',
      isShown: true,
    });
    const { viewer } = await owner.client.run(NextReleaseDocument, { surveyId: id });
    expect(viewer.survey).toMatchObject({ responseCount: 5, nextRelease: 9 });
  });
});
