import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { type FriendView, submitAnswers, threeFriends } from '../../client/friends.js';
import {
  PersonaDocument,
  PublicSurveyDocument,
  SurveyProgressedDocument,
  ViewerDocument,
} from '../../operations/generated/graphql.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';

/** Where the journey takes place: the owner at one address, the friends at another, which may be the same. */
export interface Place extends AsyncDisposable {
  owners: string;
  friends: string;
}

/** The facts of the main journey, wherever it takes place. */
export function describeJourney(where: string, open: () => Promise<Place>): void {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 90_000);
  afterAll(() => place[Symbol.asyncDispose](), 60_000);

  const finished = async (views: FriendView[]) => {
    await using owner = await someone(place.owners);
    const survey = await newSurvey(owner.client);
    for (const view of views) await submitAnswers(place.friends, survey.slug, view);
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    return (await owner.client.run(PersonaDocument, { id: survey.persona.id })).persona;
  };

  describe(`the journey ${where}`, () => {
    it('leads from a sign-in over three answers to a written and illustrated persona, live', async () => {
      await using owner = await someone(place.owners);
      const survey = await newSurvey(owner.client);
      expect(survey).toMatchObject({
        status: 'OPEN',
        responseCount: 0,
        threshold: 3,
        persona: { status: 'PENDING' },
      });

      const states = statesUntil(owner.client, survey.persona.id, ['READY']);
      const counts: number[] = [];
      const counting = (async () => {
        for await (const event of owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id })) {
          counts.push(event.surveyProgressed.responseCount);
          if (event.surveyProgressed.responseCount === 3) return;
        }
      })();
      await threeAnswers(place.friends, survey.slug);
      await counting;
      const seen = await states;

      expect(counts.at(-1)).toBe(3);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
      const order = ['PENDING', 'SYNTHESIZING', 'GENERATING_IMAGE', 'READY'];
      const steps = seen.map(({ status }) => order.indexOf(status));
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      const revisions = seen.map(({ revision }) => revision);
      expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
      expect(seen.at(-1)).toMatchObject({ status: 'READY', name: 'Mina', failure: null });
    });

    it('gives a persona whose every sentence cites evidence, with five measured traits and a picture', async () => {
      const persona = await finished(threeFriends);
      expect(persona.traits.map(({ id }) => id)).toEqual(['E', 'A', 'C', 'N', 'I']);
      for (const { score } of persona.traits)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      expect(persona.sentences.length).toBeGreaterThanOrEqual(3);
      for (const { evidence } of persona.sentences) expect(evidence.length).toBeGreaterThan(0);
      expect(persona.summary).toBe(persona.sentences.map(({ text }) => text).join(' '));
      expect(persona.greeting).not.toBe('');
      expect(persona.illustration).toMatchObject({ width: 1024, height: 1024, source: 'MODEL' });

      const picture = await fetch(persona.illustration?.url ?? '');
      expect(picture.headers.get('content-type')).toBe('image/webp');
      expect(picture.headers.get('cache-control')).toContain('private');
      const again = await fetch(persona.illustration?.url ?? '', {
        headers: { 'if-none-match': picture.headers.get('etag') ?? '' },
      });
      expect(again.status).toBe(304);
    });

    it('makes the same persona of the same answers and another one of other answers', async () => {
      const opposite = threeFriends.map((view) => ({
        ...view,
        traits: { E: 1.4, A: 2.1, C: 4.8, N: 4.2, I: 2 },
        words: ['organised', 'reliable', 'precise', 'honest', 'steady'],
      }));
      const [first, same, other] = [
        await finished(threeFriends),
        await finished(threeFriends),
        await finished(opposite),
      ];
      expect({ ...same, id: '', slug: '' }).toEqual({ ...first, id: '', slug: '' });
      expect(other.summary).not.toBe(first.summary);
      expect(other.traits.map(({ score }) => score)).not.toEqual(first.traits.map(({ score }) => score));
      expect(other.illustration?.url).not.toBe(first.illustration?.url);
    });

    it('asks and writes in Korean and Japanese', async () => {
      await using owner = await someone(place.owners, '박미나');
      for (const [locale, script] of [
        ['KO', /[가-힣]/],
        ['JA', /[ぁ-んァ-ヶ]/],
      ] as const) {
        const survey = await newSurvey(owner.client, { locale, displayName: '미나' });
        const asked = (await new ApiClient(place.friends).run(PublicSurveyDocument, { slug: survey.slug }))
          .survey;
        expect(asked.ownerName).toBe('미나');
        for (const question of asked.questions) expect(question.text).toMatch(script);
        await threeAnswers(place.friends, survey.slug);
        await statesUntil(owner.client, survey.persona.id, ['READY']);
        const { persona } = await owner.client.run(PersonaDocument, { id: survey.persona.id });
        expect(persona.summary).toMatch(script);
      }
    });

    it('asks 20 scale items, the words and three optional lines, each naming the owner', async () => {
      await using owner = await someone(place.owners);
      const survey = await newSurvey(owner.client);
      const asked = (await new ApiClient(place.friends).run(PublicSurveyDocument, { slug: survey.slug }))
        .survey;
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
      await using owner = await someone(place.owners);
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
}
