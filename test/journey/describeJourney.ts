import { describe, expect, it } from 'vitest';
import { type FriendView, submitAnswers, threeFriends } from '../../client/friends.js';
import { PersonaDocument, SurveyProgressedDocument } from '../../operations/generated/graphql.js';
import { unlessBusy } from '../testkit/unlessBusy.js';
import { newSurvey, someone, statesUntil, threeAnswers } from '../testkit/seed.js';

/** Where the journey takes place: the owner at one address, the friends at another, which may be the same. */
export interface Place {
  owners: string;
  friends: string;
}

/** A new owner's persona, once these friends' answers have made it. */
export async function finishedPersona({ owners, friends }: Place, views: readonly FriendView[]) {
  await using owner = await someone(owners);
  const survey = await newSurvey(owner.client);
  for (const view of views) await submitAnswers(friends, survey.slug, view);
  await statesUntil(owner.client, survey.persona.id, ['READY']);
  return (await owner.client.run(PersonaDocument, { id: survey.persona.id })).persona;
}

/** The main journey, wherever it takes place. @param place called inside the tests */
export function describeJourney(where: string, place: () => Place): void {
  describe(`the journey ${where}`, () => {
    it('leads from a sign-in over three answers to a written and illustrated persona, live', async () => {
      await using owner = await someone(place().owners);
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
      await threeAnswers(place().friends, survey.slug);
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
      const persona = await finishedPersona(place(), threeFriends);
      expect(persona.traits.map(({ id }) => id)).toEqual(['E', 'A', 'C', 'N', 'I']);
      for (const { score } of persona.traits)
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
      expect(persona.sentences.length).toBeGreaterThanOrEqual(3);
      for (const { evidence } of persona.sentences) expect(evidence.length).toBeGreaterThan(0);
      expect(persona.summary).toBe(persona.sentences.map(({ text }) => text).join(' '));
      expect(persona.greeting).not.toBe('');
      expect(persona.illustration).toMatchObject({ width: 1024, height: 1024, source: 'MODEL' });

      const address = new URL(persona.illustration?.url ?? '', place().friends);
      const picture = await unlessBusy(() => fetch(address));
      expect(picture.headers.get('content-type')).toBe('image/webp');
      expect(picture.headers.get('cache-control')).toContain('private');
      const headers = { 'if-none-match': picture.headers.get('etag') ?? '' };
      const again = await unlessBusy(() => fetch(address, { headers }));
      expect(again.status).toBe(304);
    });
  });
}
