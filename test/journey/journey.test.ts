import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { threeFriends } from '../../client/friends.js';
import { PersonaDocument, PublicSurveyDocument, ViewerDocument } from '../../operations/generated/graphql.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';
import { describeJourney, finishedPersona, type Place } from './describeJourney.js';

const test = useApp();

const here = (): Place => ({ owners: test.url, friends: test.url });

describeJourney('in one process', here);

describe('the journey', () => {
  it('makes the same persona of the same answers and another one of other answers', async () => {
    const opposite = threeFriends.map((view) => ({
      ...view,
      traits: { E: 1.4, A: 2.1, C: 4.8, N: 4.2, I: 2 },
      words: ['organised', 'reliable', 'precise', 'honest', 'steady'],
    }));
    const [first, same, other] = [
      await finishedPersona(here(), threeFriends),
      await finishedPersona(here(), threeFriends),
      await finishedPersona(here(), opposite),
    ];
    expect({ ...same, id: '', slug: '' }).toEqual({ ...first, id: '', slug: '' });
    expect(other.summary).not.toBe(first.summary);
    expect(other.traits.map(({ score }) => score)).not.toEqual(first.traits.map(({ score }) => score));
    expect(other.illustration?.url).not.toBe(first.illustration?.url);
  });

  it('asks and writes in Korean and Japanese', async () => {
    await using owner = await someone(test.url, '박미나');
    for (const [locale, script] of [
      ['KO', /[가-힣]/],
      ['JA', /[ぁ-んァ-ヶ]/],
    ] as const) {
      const survey = await newSurvey(owner.client, { locale, displayName: '미나' });
      const asked = (await new ApiClient(test.url).run(PublicSurveyDocument, { slug: survey.slug })).survey;
      expect(asked.ownerName).toBe('미나');
      for (const question of asked.questions) expect(question.text).toMatch(script);
      await threeAnswers(test.url, survey.slug);
      await statesUntil(owner.client, survey.persona.id, ['READY']);
      const { persona } = await owner.client.run(PersonaDocument, { id: survey.persona.id });
      expect(persona.summary).toMatch(script);
    }
  });

  it('asks 20 scale items, the words and three optional lines, each naming the owner', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    const asked = (await new ApiClient(test.url).run(PublicSurveyDocument, { slug: survey.slug })).survey;
    expect(asked.questions.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 20 }, (_, index) => `MI${String(index + 1).padStart(2, '0')}`),
      'WORDS',
      'OT1',
      'OT2',
      'OT3',
    ]);
    for (const question of asked.questions) expect(question.text).toContain('Mina');
    expect(asked.questions.find(({ id }) => id === 'WORDS')?.options).toHaveLength(24);
  });

  it('lists surveys newest first, a page at a time, each once', async () => {
    await using owner = await someone(test.url);
    const made = [];
    for (let index = 0; index < 5; index += 1) made.push((await newSurvey(owner.client)).id);
    const listed: string[] = [];
    let after: string | null | undefined = null;
    do {
      const {
        surveys,
      }: {
        surveys: {
          edges: { node: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor?: string | null };
        };
      } = (await owner.client.run(ViewerDocument, { first: 2, after })).viewer;
      listed.push(...surveys.edges.map(({ node }) => node.id));
      after = surveys.pageInfo.hasNextPage ? surveys.pageInfo.endCursor : null;
    } while (after);
    expect(listed).toEqual(made.toReversed());
  });
});
