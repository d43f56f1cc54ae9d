import { expect, it } from 'vitest';
import { answersOf } from '../../client/friends.js';
import {
  AnswerAboutMyselfDocument,
  CloseSurveyDocument,
  DeleteSurveyDocument,
  ReopenSurveyDocument,
} from '../../operations/generated/graphql.js';
import { someone } from '../testkit/seed.js';
import { sixFriends } from '../testkit/sixFriends.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';
import { insightOf, surveyOf } from '../testkit/versions.js';

const test = useApp();

const three = sixFriends.slice(0, 3);
const rows = <T>(sql: string): Promise<T[]> => test.app.services.orm.em.fork().execute<T[]>(sql);
const people = async (): Promise<number> => {
  const [row] = await rows<{ n: number }>(
    "select (sums -> 'E' ->> 'n')::int as n from norm_sum where locale = 'EN'",
  );
  return row?.n ?? 0;
};
const allFolded = () =>
  until('every fold is done', async () => {
    const open = await rows("select 1 from pgboss.job where name = 'foldIntoNorms' and state <> 'completed'");
    return open.length === 0;
  });

it('closing a survey puts its figures into the norms, once a person and only with consent', async () => {
  await using owner = await someone(test.url);
  const { client } = owner;
  await client.run(AnswerAboutMyselfDocument, { answers: answersOf({ ...three[0]!, line: undefined }) });
  const silent = await surveyOf(client, test.url, three);
  await client.run(CloseSurveyDocument, { surveyId: silent.id });
  await allFolded();
  expect(await people()).toBe(0);

  const willing = await surveyOf(client, test.url, three);
  const close = () => client.run(CloseSurveyDocument, { surveyId: willing.id, normConsent: true });
  await Promise.all([close(), close()]);
  await allFolded();
  expect(await people()).toBe(1);
  const [kind] = await rows<{ n: number }>("select (kindness -> 'E' ->> 'n')::int as n from norm_sum");
  expect(kind?.n).toBe(1);
  await client.run(ReopenSurveyDocument, { surveyId: willing.id });
  await client.run(CloseSurveyDocument, { surveyId: willing.id });
  await client.run(CloseSurveyDocument, { surveyId: silent.id, normConsent: true });
  await allFolded();
  expect(await people()).toBe(1);
});

it('people who come later are compared with those norms, and the insight says so', async () => {
  const before = await people();
  const close = async (): Promise<void> => {
    await using owner = await someone(test.url);
    const { id } = await surveyOf(owner.client, test.url, three);
    await owner.client.run(CloseSurveyDocument, { surveyId: id, normConsent: true });
  };
  await Promise.all([close(), close()]);
  await allFolded();
  expect(await people()).toBe(before + 2);
  await using owner = await someone(test.url);
  const { personaId } = await surveyOf(owner.client, test.url, three);
  const { norm } = await insightOf(owner.client, personaId);
  expect(norm).toMatchObject({ version: `informants-en@1+${before + 2}`, people: before + 2 });
  expect(norm.source).toContain(
    `compared with ${before + 2} people described by their friends, beside a prior of 200 `,
  );
});

it('a person who deletes a survey and closes another one is not counted again', async () => {
  await using owner = await someone(test.url);
  const before = await people();
  for (let round = 0; round < 2; round += 1) {
    const { id } = await surveyOf(owner.client, test.url, three);
    await owner.client.run(CloseSurveyDocument, { surveyId: id, normConsent: true });
    await allFolded();
    await owner.client.run(DeleteSurveyDocument, { surveyId: id });
  }
  expect(await people()).toBe(before + 1);
});
