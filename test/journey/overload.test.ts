import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { startTestApp } from '../testkit/testApp.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { storedResponses } from '../testkit/counts.js';

/** Many times as many as there are database connections. */
const AT_ONCE = 150;
const DURATION_MS = 3_000;

it('under overload each answer is stored and acknowledged, or refused with Retry-After and not stored', async () => {
  await using test = await startTestApp({ maxWaitMs: 20 });
  await using owner = await someone(test.url);
  const surveys = await Promise.all(Array.from({ length: 3 }, () => newSurvey(owner.client)));
  const accepted = new Map(surveys.map(({ id }) => [id, 0]));
  let refused = 0;
  const end = Date.now() + DURATION_MS;
  const friend = async (_: unknown, index: number): Promise<void> => {
    const survey = surveys[index % surveys.length]!;
    const client = new ApiClient(test.url);
    while (Date.now() < end || refused === 0) {
      const input = submission(survey.slug, threeFriends[index % 3]!);
      const { status, headers, data, errors } = await client.request(SubmitResponseDocument, { input });
      if (data) accepted.set(survey.id, (accepted.get(survey.id) ?? 0) + 1);
      else {
        expect(status).toBe(503);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        expect(errors[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
        refused += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, friend));
  for (const { id } of surveys) expect(await storedResponses(test, id)).toBe(accepted.get(id));
  expect(Math.max(...accepted.values())).toBeGreaterThan(0);
});
