import { describe, expect, it } from 'vitest';
import { answersOf } from '../../client/friends.js';
import { AnswerAboutMyselfDocument } from '../../operations/generated/graphql.js';
import { newSurvey, someone, submitAll } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, surveyOf, versionAtEnd } from '../testkit/versions.js';

const test = useApp();

const three = sixFriends.slice(0, 3);
/** Sees herself as no friend does: silent, and brave. */
const asSheIs = answersOf({
  relation: 'OTHER',
  closeness: 4,
  traits: { E: 1, A: 4, C: 3, N: 2, I: 5 },
  words: ['brave', 'curious', 'modest', 'honest', 'patient'],
});

describe('the insight of a version, with answers about oneself', () => {
  it('lays out the Johari window and the blind spots, without the figures behind them', async () => {
    await using person = await someone(test.url);
    await person.client.run(AnswerAboutMyselfDocument, { answers: asSheIs });
    const { personaId } = await surveyOf(person.client, test.url, three);
    const { johari, blindSpots } = await insightOf(person.client, personaId);
    const { questions = [], ...panes } = johari ?? {};
    const ids = Object.fromEntries(
      Object.entries(panes).map(([pane, words]) => [pane, (words as { id: string }[]).map(({ id }) => id)]),
    );
    expect(ids).toMatchObject({
      arena: ['curious'],
      blindSpot: ['funny', 'kind', 'warm', 'imaginative'],
      // One friend did say brave: to her that is the same as none.
      facade: ['patient', 'honest', 'brave', 'modest'],
    });
    expect(Object.values(ids).flat()).toHaveLength(24);
    expect(questions).toHaveLength(2);
    expect(johari?.arena[0]?.evidence).toBe('You picked it, and so did all 3 friends.');
    expect(new Set(johari?.facade.map(({ evidence }) => evidence))).toEqual(
      new Set(['You picked it. Fewer than two of 3 friends did.']),
    );
    expect(blindSpots).toEqual([
      {
        trait: 'E',
        strength: 'CLEAR',
        friendsSee: 'HIGHER',
        judge: 'EQUAL',
        text: expect.any(String) as string,
        evidence: [
          expect.objectContaining({ id: 'EV-E' }),
          expect.objectContaining({
            id: 'EV-S-E',
            text: 'You answered 4 of the 4 questions about yourself.',
          }),
        ],
      },
    ]);
    expect(blindSpots?.[0]?.text).toMatch(/^Your friends see you as /);
  });

  it('compares a version made before with the first answers, and with no later ones', async () => {
    await using person = await someone(test.url);
    const { personaId, slug } = await surveyOf(person.client, test.url, three);
    await person.client.run(AnswerAboutMyselfDocument, { answers: asSheIs });
    const first = await insightOf(person.client, personaId, 1);
    expect(first.blindSpots).toHaveLength(1);
    await person.client.run(AnswerAboutMyselfDocument, {
      answers: answersOf({ ...three[0]!, line: undefined }),
    });
    expect(await insightOf(person.client, personaId, 1)).toEqual(first);
    await submitAll(test.url, slug, sixFriends.slice(3));
    await versionAtEnd(person.client, personaId, 2);
    const second = await insightOf(person.client, personaId, 2);
    expect(second.blindSpots?.map(({ trait }) => trait)).not.toContain('E');
  });

  it('speaks Korean of a Korean persona', async () => {
    await using person = await someone(test.url, '박미나');
    await person.client.run(AnswerAboutMyselfDocument, { answers: asSheIs, locale: 'KO' });
    const survey = await newSurvey(person.client, { locale: 'KO', displayName: '미나' });
    await submitAll(test.url, survey.slug, three);
    await versionAtEnd(person.client, survey.persona.id);
    const insight = await insightOf(person.client, survey.persona.id);
    const texts = [...insight.traits, ...insight.agreed, ...insight.split, ...(insight.blindSpots ?? [])];
    const words = [
      ...insight.words.map(({ word }) => word),
      ...(insight.johari?.unknown ?? []).map((w) => w.label),
    ];
    expect(insight.blindSpots).toHaveLength(1);
    for (const text of [...texts.map((own) => own.text), ...words]) expect(text).toMatch(/[가-힣]/);
  });
});
