import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import { SubmitResponseDocument } from '../../operations/generated/graphql.js';
import { storedResponses } from '../testkit/counts.js';
import { newSurvey, someone } from '../testkit/seed.js';
import { until } from '../testkit/until.js';
import { useApp } from '../testkit/useApp.js';

/** More than three times as many as the pool has connections: each used to cost it one for good. */
const CUTS = 40;
const AT_ONCE = 12;

const test = useApp();

/** Ends connections of the product that are inside a transaction. @returns how many */
async function cut(database: pg.Client): Promise<number> {
  const { rows } = await database.query<{ cut: string }>(
    `select count(pg_terminate_backend(pid)) as cut from pg_stat_activity
     where application_name = 're-mirai' and datname = current_database() and state <> 'idle'`,
  );
  return Number(rows[0]?.cut);
}

it('connections cut inside transactions cost the pool nothing, and every answer is accepted once', async () => {
  await using owner = await someone(test.url);
  const survey = await newSurvey(owner.client);
  const friend = new ApiClient(test.url);
  const database = new pg.Client({ connectionString: test.databaseUrl });
  await database.connect();
  let cuts = 0;
  let accepted = 0;

  /** Sends an answer, again with the same key after a failure, as the app does. */
  const answer = async (): Promise<void> => {
    const input = submission(survey.slug, threeFriends[0]!, { clientKey: randomUUID() });
    await until('the answer to be accepted', async () => {
      const { data } = await friend.request(SubmitResponseDocument, { input });
      return typeof data?.submitResponse.receipt === 'string';
    });
    accepted += 1;
  };
  const answerWhileCut = async (): Promise<void> => {
    while (cuts < CUTS) await answer();
  };
  const cutting = (async () => {
    while (cuts < CUTS) cuts += await cut(database);
  })();
  await Promise.all([cutting, ...Array.from({ length: AT_ONCE }, answerWhileCut)]);
  await database.end();

  expect(cuts).toBeGreaterThanOrEqual(CUTS);
  expect(await storedResponses(test, survey.id)).toBe(accepted);
  await until('the server to be ready', async () => (await fetch(`${test.url}/readyz`)).status === 200);
  // More at once than the pool has connections: none of them waits for a lost one.
  await Promise.all(Array.from({ length: 2 * AT_ONCE }, answer));
  expect(await storedResponses(test, survey.id)).toBe(accepted);
});
