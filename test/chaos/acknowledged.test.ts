import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { ApiClient } from '../../client/apiClient.js';
import { submission, threeFriends } from '../../client/friends.js';
import { signIn } from '../../client/signIn.js';
import { SubmitResponseDocument, type SubmitResponseInput } from '../../operations/generated/graphql.js';
import { seededRandom } from '../measurement/seededRandom.js';
import { createTestDatabase } from '../testkit/database.js';
import { startProcess } from '../testkit/process.js';
import { newEmail, newSurvey } from '../testkit/seed.js';

const CLIENTS = 24;
const SURVEYS = 4;

it('every acknowledged answer is stored once, also if the server is killed between answers that share a commit', async () => {
  const random = seededRandom(Number(process.env['FC_SEED'] ?? 5));
  await using database = await createTestDatabase();
  const env = { DATABASE_URL: database.url, LOG_LEVEL: 'info' };
  const first = await startProcess(env);
  await using owner = await signIn(first.url, { email: newEmail(), name: 'Mina' });
  const surveys = await Promise.all(Array.from({ length: SURVEYS }, () => newSurvey(owner.client)));
  const sent: SubmitResponseInput[] = [];
  const acknowledged = new Map<string, string>();
  const dieAt = 40 + Math.floor(60 * random());
  const answer = async (url: string, input: SubmitResponseInput): Promise<void> => {
    const { submitResponse } = await new ApiClient(url).run(SubmitResponseDocument, { input });
    acknowledged.set(String(input.clientKey), submitResponse.receipt);
    if (acknowledged.size === dieAt) first.signal('SIGKILL');
  };
  const friend = async (): Promise<void> => {
    for (;;) {
      const { slug } = surveys[Math.floor(SURVEYS * random())]!;
      const input = submission(slug, threeFriends[sent.length % 3]!, { clientKey: randomUUID() });
      sent.push(input);
      const wasAnswered = await answer(first.url, input).then(
        () => true,
        () => false,
      );
      if (!wasAnswered) return;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, friend));
  expect(await first.exited).toBeNull();
  expect(acknowledged.size).toBeGreaterThanOrEqual(dieAt);

  const hand = new Client({ connectionString: database.url });
  await hand.connect();
  const stored = async () =>
    (await hand.query<{ key: string; receipt: string }>('select client_key as key, receipt from response'))
      .rows;
  const receipts = new Map((await stored()).map(({ key, receipt }) => [key, receipt]));
  for (const [key, receipt] of acknowledged) expect(receipts.get(key)).toBe(receipt);

  // Who heard nothing sends again, and so does everybody else.
  await using second = await startProcess(env);
  const before = new Map(acknowledged);
  for (const input of sent) await answer(second.url, input);
  expect(acknowledged.size).toBe(sent.length);
  for (const [key, receipt] of before) expect(acknowledged.get(key)).toBe(receipt);
  expect((await stored()).length).toBe(sent.length);
  const { rows } = await hand.query(
    `select 1 from survey where response_count <> (select count(*) from response where survey_id = survey.id)
       or unreleased <> (select count(*) from response where survey_id = survey.id and release is null)`,
  );
  expect(rows).toEqual([]);
  await hand.end();
});
