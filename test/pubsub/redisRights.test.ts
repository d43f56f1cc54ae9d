import { Redis } from 'ioredis';
import { pino } from 'pino';
import { expect, inject, it } from 'vitest';
import { createRedisPubsub } from '../../src/pubsub/redisPubsub.js';
import { until } from '../testkit/until.js';

it('a user of Redis without the right to the channels is not ready, and is ready with it', async () => {
  const admin = new Redis(inject('redisUrl'));
  const user = `user-${process.pid}`;
  await admin.call('ACL', 'SETUSER', user, 'on', '>secret', '~*', '+@all', 'resetchannels');
  const url = new URL(inject('redisUrl'));
  [url.username, url.password] = [user, 'secret'];
  await using pubsub = createRedisPubsub({ url: url.href, isCluster: false }, pino({ level: 'silent' }));
  const failure = (): Promise<string | null> =>
    pubsub.check().then(
      () => null,
      (error: Error) => error.message,
    );
  try {
    await until('the refusal', async () => (await failure())?.includes('NOPERM'));
    await admin.call('ACL', 'SETUSER', user, '&mirai:*');
    await until('readiness', async () => (await failure()) === null);
    expect(await failure()).toBeNull();
  } finally {
    await admin.call('ACL', 'DELUSER', user);
    admin.disconnect();
  }
});
