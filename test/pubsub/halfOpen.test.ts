import { pino } from 'pino';
import { expect, inject, it } from 'vitest';
import { createRedisPubsub } from '../../src/pubsub/redisPubsub.js';
import { lossyWire } from '../testkit/lossyWire.js';
import { until } from '../testkit/until.js';

it('events arrive again after both connections to Redis lost their bytes without a word', async () => {
  await using wire = await lossyWire(inject('redisUrl'));
  await using pubsub = createRedisPubsub({ url: wire.url, isCluster: false }, pino({ level: 'silent' }));
  await until('Redis answers', () =>
    pubsub.check().then(
      () => true,
      () => false,
    ),
  );
  const feed = pubsub.subscribe('surveyProgressed', 'half-open');
  await feed.ready;
  expect(wire.lose()).toBe(2);
  // The readiness check runs every few seconds.
  await until('an event arrives', async () => {
    pubsub.check().catch(() => undefined);
    pubsub.publish('surveyProgressed', { id: 'half-open', revision: 1 });
    return (await feed.nextWithin(500)) !== null;
  });
  feed.close();
});
