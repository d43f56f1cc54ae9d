import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { answersOf, type FriendView } from '../../client/friends.js';
import type { SignedIn } from '../../client/signIn.js';
import {
  AccountDocument,
  AnswerAboutMyselfDocument,
  ChangesSinceDocument,
  PersonaDocument,
  PersonaSurveyDocument,
  PracticePersonaDocument,
  SelfQuestionsDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { ask } from '../chat/talk.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, versionAtEnd, versionsOf } from '../testkit/versions.js';

const test = useApp();

const myself: FriendView = {
  relation: 'OTHER',
  closeness: 4,
  traits: { E: 1, A: 4, C: 5, N: 2, I: 5 },
  words: ['brave', 'curious', 'modest', 'honest', 'patient'],
};
const answerMyself = async ({ client }: SignedIn, view = myself, locale?: 'KO') =>
  (await client.run(AnswerAboutMyselfDocument, { answers: answersOf(view), locale })).answerAboutMyself
    .persona;

describe('practice mode', () => {
  it('asks in the first person, without a sign-in, and shows what was answered', async () => {
    const { selfQuestions } = await new ApiClient(test.url).run(SelfQuestionsDocument, { locale: 'JA' });
    expect(selfQuestions.map(({ kind }) => kind)).toEqual([...Array<string>(20).fill('SCALE'), 'WORDS']);
    expect(selfQuestions[4]?.text).toBe('私は想像力が豊かだ。');
    await using person = await someone(test.url);
    expect((await person.client.run(AccountDocument, {})).viewer.aboutMyself).toBeNull();
    const { id } = await answerMyself(person, myself, 'KO');
    const { aboutMyself } = (await person.client.run(AccountDocument, {})).viewer;
    expect(aboutMyself?.map(({ questionId }) => questionId)).toEqual(selfQuestions.map(({ id: of }) => of));
    expect(aboutMyself?.find(({ questionId }) => questionId === 'WORDS')?.optionIds?.toSorted()).toEqual(
      myself.words.toSorted(),
    );
    const { persona } = await person.client.run(PersonaSurveyDocument, { id });
    expect(persona).toMatchObject({ survey: null, locale: 'KO' });
  });

  it('is apart from a persona that friends make, which names its survey', async () => {
    await using person = await someone(test.url);
    const survey = await newSurvey(person.client, { locale: 'JA' });
    const { persona } = await person.client.run(PersonaSurveyDocument, { id: survey.persona.id });
    const createdOn = new Date().toISOString().slice(0, 10);
    expect(persona.locale).toBe('JA');
    expect(persona.survey).toEqual({
      id: survey.id,
      locale: 'JA',
      status: 'OPEN',
      normConsent: false,
      createdOn,
    });
  });

  it('makes a mirror of the own answers alone, labelled, that talks, apart from all surveys', async () => {
    await using person = await someone(test.url);
    expect((await person.client.run(PracticePersonaDocument, {})).viewer.practicePersona).toBeNull();
    const { id, practice } = await answerMyself(person);
    expect(practice).toBe(true);
    expect(await versionAtEnd(person.client, id)).toMatchObject({ status: 'READY', friends: 0, number: 1 });
    const { practicePersona } = (await person.client.run(PracticePersonaDocument, {})).viewer;
    expect(practicePersona).toMatchObject({ id, practice: true, status: 'READY', name: 'Mina' });
    expect(practicePersona?.illustration?.source).toBe('LOCAL');
    expect(practicePersona?.traits).toHaveLength(5);
    expect((await person.client.run(ViewerDocument, {})).viewer.surveys.edges).toEqual([]);
    const { read } = await ask(person.client, id, 'What do I like?');
    expect(read.statuses.at(-1)).toBe('COMPLETE');
    expect(read.text).not.toBe('');
  });

  it('shows what the person says, and compares it with no one', async () => {
    await using person = await someone(test.url);
    const { id } = await answerMyself(person);
    await versionAtEnd(person.client, id);
    const insight = await insightOf(person.client, id);
    expect(insight).toMatchObject({
      friends: 0,
      confidence: 'SKETCH',
      johari: null,
      blindSpots: null,
      agreed: [],
      split: [],
      quotes: [],
      circles: [],
    });
    expect(insight.words.map(({ id: word, count, share }) => [word, count, share]).toSorted()).toEqual(
      myself.words.toSorted().map((word) => [word, 1, 1]),
    );
    for (const { text } of insight.evidence) expect(text).not.toContain('friends');
  });

  it('makes another version of new answers, and keeps the first', async () => {
    await using person = await someone(test.url);
    const { id } = await answerMyself(person);
    const first = await versionAtEnd(person.client, id);
    expect(await answerMyself(person, { ...myself, traits: { ...myself.traits, E: 5 } })).toMatchObject({
      id,
    });
    const second = await versionAtEnd(person.client, id, 2);
    expect(second).toMatchObject({ status: 'READY', isShown: true });
    expect(second.traits[0]!.score).toBeGreaterThan(first.traits[0]!.score);
    expect((await versionsOf(person.client, id))[1]).toEqual({ ...first, isShown: false });
    const { version } = (await person.client.run(ChangesSinceDocument, { personaId: id })).persona;
    expect(version?.changesSince).toEqual({ since: 1, traits: [], words: [] });
  });

  it('speaks the language that is asked for', async () => {
    await using person = await someone(test.url, '박미나');
    const { id } = await answerMyself(person, myself, 'KO');
    await versionAtEnd(person.client, id);
    const { words, traits } = await insightOf(person.client, id);
    for (const text of [...words.map(({ word }) => word), ...traits.map((own) => own.text)])
      expect(text).toMatch(/[가-힣]/);
  });

  it('belongs to its owner alone, and takes no open text', async () => {
    await using person = await someone(test.url);
    const { id } = await answerMyself(person);
    await using other = await someone(test.url);
    const { errors } = await other.client.request(PersonaDocument, { id });
    expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
    const withLine = answersOf({ ...myself, line: 'I write this about myself' });
    const refused = await person.client.request(AnswerAboutMyselfDocument, { answers: withLine });
    expect(refused.errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
