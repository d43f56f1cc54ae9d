import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import type { Services } from '../../src/context.js';
import { loadDataKeys } from '../../src/database/loadDataKeys.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import { createLocalPubsub } from '../../src/pubsub/localPubsub.js';
import { takeLease } from '../../src/workers/replies/leases.js';
import type { Lease } from '../../src/workers/replies/replyWriter.js';
import { createTestDatabase } from './database.js';
import { dataKeys } from './dataKeys.js';
import { PATIENCE_MS } from './patience.js';
import { useOne } from './useOne.js';

/** What writing a reply needs: a database, events and a log. */
type ReplyServices = Services & AsyncDisposable;

/** Opens them before the tests of the file and closes them after them. */
export const useReplyServices = (): ReplyServices =>
  useOne(async () => {
    await using opened = new AsyncDisposableStack();
    const database = opened.use(await createTestDatabase());
    const orm = await openDatabase(database.url);
    opened.defer(() => orm.close(true));
    await loadDataKeys(orm, readConfig({ DATA_KEYS: dataKeys }));
    const pubsub = opened.use(createLocalPubsub());
    const closing = opened.move();
    // Without the lock of a worker, leases end by time alone.
    const queue = { workerId: null };
    const services = { orm, pubsub, queue, log: pino({ level: 'silent' }) } as unknown as Services;
    return { ...services, [Symbol.asyncDispose]: () => closing.disposeAsync() };
  });

/** Takes the lease of a reply, which must be free or become free. */
export async function leaseOf(
  services: Pick<Services, 'orm' | 'pubsub' | 'queue' | 'log'>,
  messageId: string,
): Promise<Lease> {
  const lease = await takeLease(services as Services, messageId, AbortSignal.timeout(PATIENCE_MS));
  if (lease === null) throw new Error('There is nothing left to write of this reply.');
  return lease;
}
