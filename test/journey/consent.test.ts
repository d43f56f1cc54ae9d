import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../client/apiClient.js';
import { answersOf, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import {
  AcceptComparisonDocument,
  AccountDocument,
  AnswerAboutMyselfDocument,
  CloseSurveyDocument,
  CorrectFactDocument,
  CorrectSummaryDocument,
  CreateSurveyDocument,
  DeleteAccountDocument,
  EditMessageDocument,
  ExplainReplyDocument,
  GiveConsentDocument,
  type GiveConsentMutationVariables,
  InviteToCompareDocument,
  PinFactDocument,
  RegenerateReplyDocument,
  ReopenSurveyDocument,
  RetryPersonaDocument,
  RotateSurveyLinkDocument,
  SendMessageDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { bornYearsAgo } from '../testkit/bornYearsAgo.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();

const consent: GiveConsentMutationVariables = { bornIn: '1990-05', locale: 'EN', version: '2026-11' };
const give = async (client: ApiClient, changes: Partial<GiveConsentMutationVariables> = {}) =>
  (await client.run(GiveConsentDocument, { ...consent, ...changes })).giveConsent.user;
const refused = async (client: ApiClient, changes: Partial<GiveConsentMutationVariables>) => {
  const { errors } = await client.request(GiveConsentDocument, { ...consent, ...changes });
  return [errors[0]?.extensions?.['code'], errors[0]?.extensions?.['field']];
};
const accountOf = async (client: ApiClient) => (await client.run(AccountDocument, {})).viewer;

describe('consent', () => {
  it('is absent before it is given, and present from then on, also after another sign-in', async () => {
    const person = { email: 'consents@test.example', name: 'Mina Park' };
    await using first = await signIn(test.url, person);
    expect(await accountOf(first.client)).toMatchObject({ ageStanding: 'UNKNOWN', consent: null });
    const today = new Date().toISOString().slice(0, 10);
    const standing = {
      ageStanding: 'ADULT',
      consent: { version: '2026-11', locale: 'EN', givenOn: today },
    };
    expect(await give(first.client)).toMatchObject(standing);
    await using again = await signIn(test.url, person);
    expect(await accountOf(again.client)).toMatchObject(standing);
  });

  it('given again is the same, and cannot be changed', async () => {
    await using person = await someone(test.url);
    const given = await give(person.client);
    expect(await give(person.client)).toEqual(given);
    for (const change of [{ bornIn: '1990-06' }, { locale: 'KO' as const }, { version: '2027-01' }])
      expect(await refused(person.client, change)).toEqual(['FORBIDDEN', undefined]);
    expect((await accountOf(person.client)).consent).toEqual(given.consent);
  });

  it('given by ten tabs at once, each differently, is stored once', async () => {
    await using person = await someone(test.url);
    const months = Array.from({ length: 10 }, (_, at) => `19${80 + at}-01`);
    const answers = await Promise.all(
      months.map((bornIn) => person.client.request(GiveConsentDocument, { ...consent, bornIn })),
    );
    const codes = answers.map(({ errors }) => errors[0]?.extensions?.['code'] ?? 'OK');
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'FORBIDDEN')).toHaveLength(9);
    expect(await refused(person.client, { bornIn: months[codes.indexOf('OK')] })).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['bornIn', bornYearsAgo(0, 2)],
    ['bornIn', bornYearsAgo(121)],
    ['bornIn', '1990-13'],
    ['bornIn', '1990-1'],
    ['bornIn', '1990-05-17'],
    ['bornIn', ''],
    ['version', ''],
    ['version', 'x'.repeat(41)],
    ['version', '<b>'],
  ])('with %s %j is BAD_USER_INPUT', async (field, value) => {
    await using person = await someone(test.url);
    expect(await refused(person.client, { [field]: value })).toEqual(['BAD_USER_INPUT', field]);
    expect((await accountOf(person.client)).ageStanding).toBe('UNKNOWN');
  });

  it('decides by its language from what age on it can be given', async () => {
    await using inKorean = await someone(test.url);
    await using inEnglish = await someone(test.url);
    const bornIn = bornYearsAgo(15);
    expect((await give(inKorean.client, { bornIn, locale: 'KO' })).ageStanding).toBe('MINOR');
    expect((await give(inEnglish.client, { bornIn })).ageStanding).toBe('TOO_YOUNG');
  });

  it('leaves the month of birth in no answer of the API', async () => {
    const { readFile } = await import('node:fs/promises');
    const schema = await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8');
    const within = [...schema.matchAll(/^(type|input) (\w+) \{(.*?)^\}/gms)].filter(([text]) =>
      text.includes('bornIn'),
    );
    expect(within.map(([, kind, name]) => `${kind} ${name}`)).toEqual(['input GiveConsentInput']);
  });
});

describe('an owner who is too young', () => {
  it('makes, says and compares nothing, in a sentence that says why, and can leave', async () => {
    await using child = await someone(test.url);
    await give(child.client, { bornIn: bornYearsAgo(12) });
    const [personaId, messageId, clientKey] = [randomUUID(), randomUUID(), 'key'];
    const [surveyId, factId, text] = [randomUUID(), randomUUID(), 'I sing.'];
    const answers = answersOf({ ...threeFriends[1]! });
    const all = [
      await child.client.request(CreateSurveyDocument, {}),
      await child.client.request(AnswerAboutMyselfDocument, { answers }),
      await child.client.request(SendMessageDocument, { personaId, text: 'Hello', clientKey }),
      await child.client.request(EditMessageDocument, { messageId, text: 'Hello', clientKey }),
      await child.client.request(RegenerateReplyDocument, { messageId, clientKey }),
      await child.client.request(InviteToCompareDocument, { personaId }),
      await child.client.request(AcceptComparisonDocument, { personaId, code: 'code' }),
      await child.client.request(CloseSurveyDocument, { surveyId, normConsent: true }),
      await child.client.request(ReopenSurveyDocument, { surveyId }),
      await child.client.request(RotateSurveyLinkDocument, { surveyId }),
      await child.client.request(RetryPersonaDocument, { personaId }),
      await child.client.request(PinFactDocument, { personaId, text }),
      await child.client.request(CorrectFactDocument, { factId, text }),
      await child.client.request(CorrectSummaryDocument, { personaId, summary: text }),
      await child.client.request(ExplainReplyDocument, { messageId }),
    ];
    for (const { errors } of all) {
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
      expect(errors[0]?.message).toContain('too young');
    }
    expect((await child.client.run(ViewerDocument, {})).viewer.surveys.edges).toEqual([]);
    await child.client.run(DeleteAccountDocument, {});
    const { errors } = await child.client.request(ViewerDocument, {});
    expect(errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('has consented to nothing, on no birthday either, and can once old enough', async () => {
    await using child = await someone(test.url);
    const [young, old] = [bornYearsAgo(12), bornYearsAgo(20)];
    const tooYoung = { ageStanding: 'TOO_YOUNG', consent: null };
    expect(await give(child.client, { bornIn: young })).toMatchObject(tooYoung);
    expect(await give(child.client, { bornIn: young })).toMatchObject(tooYoung);
    expect(await refused(child.client, { bornIn: old })).toEqual(['FORBIDDEN', undefined]);
    // Eight years later.
    await test.app.services.orm.em
      .fork()
      .execute("update account set consent = consent || jsonb_build_object('bornIn', ?::text) where id = ?", [
        old,
        child.session.user.id,
      ]);
    expect(await accountOf(child.client)).toMatchObject({ ageStanding: 'UNKNOWN', consent: null });
    const { errors } = await child.client.request(CreateSurveyDocument, {});
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await refused(child.client, { bornIn: bornYearsAgo(21) })).toEqual(['FORBIDDEN', undefined]);
    expect(await give(child.client, { bornIn: old })).toMatchObject({
      ageStanding: 'ADULT',
      consent: { version: '2026-11' },
    });
    expect((await newSurvey(child.client)).status).toBe('OPEN');
  });
});

it('an owner who was not asked for an age yet can create a survey', async () => {
  await using person = await someone(test.url);
  const { createSurvey } = await person.client.run(CreateSurveyDocument, {});
  expect(createSurvey.survey.status).toBe('OPEN');
});
