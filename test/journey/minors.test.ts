import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submission } from '../../client/friends.js';
import {
  CreateSurveyDocument,
  ExplainReplyDocument,
  GiveConsentDocument,
  PersonaChangedDocument,
  PersonaDocument,
  PublicSurveyDocument,
  SubmitResponseDocument,
} from '../../operations/generated/graphql.js';
import { ask, knownIn, messageOf, replyCalls } from '../chat/talk.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { callsNamed } from '../testkit/callsNamed.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd } from '../testkit/versions.js';

const test = useApp();
let friend: ApiClient;
beforeAll(async () => {
  friend = new ApiClient(test.url);
});

const three = sixFriends.slice(0, 3);
const without = ({ line: _line, ...view }: FriendView): FriendView => view;
const saysToBe = (client: ApiClient, years: number) =>
  client.run(GiveConsentDocument, { bornIn: bornYearsAgo(years), locale: 'EN', version: '1' });
const kindsOf = async (slug: string) =>
  new Set((await friend.run(PublicSurveyDocument, { slug })).survey.questions.map(({ kind }) => kind));

describe('a survey about a minor', () => {
  it('asks no open question, and about an adult or one who was not asked yet it does', async () => {
    for (const [years, kinds] of [
      [17, ['SCALE', 'WORDS']],
      [18, ['SCALE', 'WORDS', 'TEXT']],
      [null, ['SCALE', 'WORDS', 'TEXT']],
    ] as const) {
      await using owner = await someone(test.url);
      if (years !== null) await saysToBe(owner.client, years);
      expect([...(await kindsOf((await newSurvey(owner.client)).slug))]).toEqual(kinds);
    }
  });

  it('takes no text, and says which question was not asked', async () => {
    await using owner = await someone(test.url);
    await saysToBe(owner.client, 17);
    const { slug } = await newSurvey(owner.client);
    const { errors } = await friend.request(SubmitResponseDocument, { input: submission(slug, three[0]!) });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'answers' });
    expect(errors[0]?.message).toContain('OT1');
    const { data } = await friend.request(SubmitResponseDocument, {
      input: submission(slug, without(three[0]!)),
    });
    expect(data?.submitResponse.survey.slug).toBe(slug);
  });

  it('answers a retry of what was counted before the age was known', async () => {
    await using owner = await someone(test.url);
    const { slug } = await newSurvey(owner.client);
    const input = submission(slug, three[0]!);
    const first = await friend.run(SubmitResponseDocument, { input });
    await saysToBe(owner.client, 17);
    expect((await friend.run(SubmitResponseDocument, { input })).submitResponse.receipt).toBe(
      first.submitResponse.receipt,
    );
  });

  it('has no model read what was written before the age was known', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    await submitAll(test.url, survey.slug, three.slice(0, 2));
    await saysToBe(owner.client, 17);
    test.model.calls.length = 0;
    await submitAll(test.url, survey.slug, [without(three[2]!)]);
    await versionAtEnd(owner.client, survey.persona.id);
    expect(callsNamed(test.model, 'paraphrases')).toEqual([]);
    const asked = JSON.stringify(test.model.calls.map(({ body }) => body));
    for (const { line } of three.slice(0, 2)) expect(asked).not.toContain(line);
    expect((await insightOf(owner.client, survey.persona.id)).quotes).toEqual([]);
  });
});

it('quotes that were shown before the age was known are shown nowhere any more', async () => {
  await using owner = await someone(test.url);
  const { personaId } = await surveyOf(owner.client, test.url, three);
  const [quote] = (await insightOf(owner.client, personaId)).quotes;
  const { reply } = await ask(owner.client, personaId, 'What do friends write about me?');
  const evidence = JSON.stringify({ evidence: ['EV-Q1', 'EV-E'] });
  test.model.script({ path: 'chat', do: 'say', content: evidence });
  await owner.client.run(ExplainReplyDocument, { messageId: reply.id });
  const tab = owner.client.follow(PersonaChangedDocument, { personaId });
  const before = (await tab.next()).value?.personaChanged.revision ?? 0;
  await saysToBe(owner.client, 17);
  expect((await tab.next()).value?.personaChanged.revision).toBeGreaterThan(before);
  await tab.return?.();
  const insight = await insightOf(owner.client, personaId);
  const { persona } = await owner.client.run(PersonaDocument, { id: personaId });
  expect(insight.quotes).toEqual([]);
  expect(insight.evidence.map(({ id }) => id)).not.toContain('EV-Q1');
  expect(JSON.stringify([insight, persona])).not.toContain(quote?.text);
  expect((await messageOf(owner.client, reply.id)).evidence?.map(({ id }) => id)).toEqual(['EV-E']);
  await ask(owner.client, personaId, 'And now?');
  expect(JSON.stringify(knownIn(replyCalls(test.model).at(-1)))).not.toContain(quote?.text);
});

it('a survey of an owner who is too young takes no responses, also if it was created before the age was known', async () => {
  await using child = await someone(test.url);
  const { id, slug } = (await child.client.run(CreateSurveyDocument, { normConsent: true })).createSurvey
    .survey;
  const input = submission(slug, without(three[0]!));
  const { receipt } = (await friend.run(SubmitResponseDocument, { input })).submitResponse;
  await saysToBe(child.client, 12);
  const rows = (sql: string) => test.app.services.orm.em.fork().execute(sql, [id]);
  expect(await rows('select status, norm_consent from survey where id = ?')).toEqual([
    { status: 'CLOSED', norm_consent: false },
  ]);
  // What came too late for the age to close it is refused by the age itself.
  for (const status of ['CLOSED', 'OPEN']) {
    await rows(`update survey set status = '${status}' where id = ?`);
    const { errors } = await friend.request(SubmitResponseDocument, {
      input: submission(slug, without(three[1]!)),
    });
    expect(errors[0]?.extensions?.['code']).toBe('SURVEY_CLOSED');
  }
  expect((await friend.run(SubmitResponseDocument, { input })).submitResponse.receipt).toBe(receipt);
});
