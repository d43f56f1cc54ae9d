import { expect, inject, it } from 'vitest';
import { createTestDatabase } from '../testkit/database.js';
import { replyStorm } from './replyStorm.js';

it('20 replies at once survive 2 killed workers and 2 killed APIs: every text whole, nothing lost or said twice', async () => {
  await using database = await createTestDatabase();
  const judgement = await replyStorm({
    databaseUrl: database.url,
    redisUrl: inject('redisUrl'),
    seed: 'a storm in a glass',
    replies: 20,
    workerKills: 2,
    apiKills: 2,
    tokensPerSecond: 16,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(judgement)}\n`);
  const none = { wrongTexts: 0, wrongReaders: 0, gaps: 0, overlaps: 0, doubledReplies: 0, spareCalls: 0 };
  expect(judgement).toMatchObject({ complete: 20, ...none });
  expect(judgement.takenOver).toBeGreaterThan(0);
});
