import { beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submitAnswers, threeFriends } from '../../client/friends.js';
import {
  DeleteSurveyDocument,
  PersonaDocument,
  ReceiptDocument,
  RotateSurveyLinkDocument,
  SurveyProgressedDocument,
  ViewerDocument,
  WithdrawDocument,
} from '../../operations/generated/graphql.js';
import { shownResponseCount, storedResponses } from '../testkit/counts.js';
import { newSurvey, someone, statesUntil } from '../testkit/seed.js';
import { useApp } from '../testkit/useApp.js';

const test = useApp();
let friend: ApiClient;
beforeAll(async () => {
  friend = new ApiClient(test.url);
});

const [view] = threeFriends as [(typeof threeFriends)[number]];

describe('a receipt', () => {
  it('shows a respondent their own answers and the day', async () => {
    await using owner = await someone(test.url);
    const { slug } = await newSurvey(owner.client);
    const receipt = await submitAnswers(test.url, slug, view);
    const { responseByReceipt: mine } = await friend.run(ReceiptDocument, { receipt });
    expect(mine.submittedOn).toBe(new Date().toISOString().slice(0, 10));
    expect(mine.answers.find(({ questionId }) => questionId === 'MI01')?.scale).toBe(4);
    expect(mine.answers.find(({ questionId }) => questionId === 'OT1')?.text).toBe(view.line);
  });

  it('shows the questions as they were asked, whatever became of the link', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client, { locale: 'KO', displayName: '미나' });
    const receipt = await submitAnswers(test.url, survey.slug, view);
    await owner.client.run(RotateSurveyLinkDocument, { surveyId: survey.id });
    const { responseByReceipt: mine } = await friend.run(ReceiptDocument, { receipt });
    expect(mine).toMatchObject({ relation: view.relation, closeness: view.closeness, locale: 'KO' });
    expect(mine.questions.map(({ id }) => id)).toEqual(mine.answers.map(({ questionId }) => questionId));
    expect(mine.questions[0]?.text).toBe('미나님은 모임에서 분위기를 주도한다.');
    const { slug } = (await owner.client.run(ViewerDocument, {})).viewer.surveys.edges[0]!.node;
    expect(JSON.stringify(mine)).not.toContain(slug);
  });

  it('withdraws a response once, from the count, live', async () => {
    await using owner = await someone(test.url);
    const { slug, id } = await newSurvey(owner.client);
    const receipt = await submitAnswers(test.url, slug, view);
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: id });
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(1);
    await friend.run(WithdrawDocument, { receipt });
    expect((await counts.next()).value?.surveyProgressed.responseCount).toBe(0);
    await counts.return?.();
    const again = await friend.request(WithdrawDocument, { receipt });
    expect(again.errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(await storedResponses(test, id)).toBe(0);
    expect(await shownResponseCount(owner.client, id)).toBe(0);
  });
});

describe('deleting a survey', () => {
  it('removes responses, persona and pictures, and ends its live views', async () => {
    await using owner = await someone(test.url);
    const survey = await newSurvey(owner.client);
    // Answers of its own: the same picture may belong to another persona too, and then stays.
    for (const friend of threeFriends)
      await submitAnswers(test.url, survey.slug, { ...friend, traits: { E: 1, A: 2, C: 5, N: 4, I: 3 } });
    await statesUntil(owner.client, survey.persona.id, ['READY']);
    const { persona } = await owner.client.run(PersonaDocument, { id: survey.persona.id });
    const counts = owner.client.follow(SurveyProgressedDocument, { surveyId: survey.id });
    await counts.next();
    await owner.client.run(DeleteSurveyDocument, { surveyId: survey.id });
    expect((await counts.next()).done).toBe(true);
    expect((await fetch(new URL(persona.illustration?.url ?? '', test.url))).status).toBe(404);
    const rows = await test.app.services.orm.em
      .fork()
      .execute<{ count: string }[]>(
        'select count(*) from (select 1 from response where survey_id = :id union all select 1 from persona where survey_id = :id) r',
        { id: survey.id },
      );
    expect(Number(rows[0]?.count)).toBe(0);
    expect(
      (await owner.client.request(PersonaDocument, { id: persona.id })).errors[0]?.extensions?.['code'],
    ).toBe('NOT_FOUND');
  });
});
