import { expect, it } from 'vitest';
import {
  CloseSurveyDocument,
  CreateSurveyDocument,
  DeleteSurveyDocument,
} from '../../operations/generated/graphql.js';
import { useApp, usePerson } from '../testkit/useApp.js';

const test = useApp();
const owner = usePerson(test);
const stranger = usePerson(test);
const LIMIT = 50;

it('a user has at most 50 surveys, however many are created at once, until one is deleted', async () => {
  const { client } = owner;
  const answers = await Promise.all(
    Array.from({ length: LIMIT + 10 }, () => client.request(CreateSurveyDocument, {})),
  );
  const created = answers.flatMap(({ data }) => data?.createSurvey.survey ?? []);
  expect(new Set(created.map(({ id }) => id)).size).toBe(LIMIT);
  const refused = answers.flatMap(({ errors }) => errors);
  expect(refused.map(({ extensions }) => extensions?.['code'])).toEqual(Array(10).fill('FORBIDDEN'));
  expect(refused[0]?.message).toContain(`${LIMIT} surveys`);

  // A closed survey still counts. Someone else's do not.
  const [first] = created;
  const surveyId = first?.id ?? '';
  await client.run(CloseSurveyDocument, { surveyId });
  const again = await client.request(CreateSurveyDocument, {});
  expect(again.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  await stranger.client.run(CreateSurveyDocument, {});

  await client.run(DeleteSurveyDocument, { surveyId });
  await client.run(CreateSurveyDocument, {});
});
