import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { DataExport } from '../../entities/account/DataExport.js';
import { unauthenticated } from '../../errors.js';
import { keptMs } from '../../retention.js';
import * as jobs from '../../queue/jobs.js';

/**
 * Asks for a copy of everything that is the viewer's. While one is being made, further calls return the same.
 * @throws AppError UNAUTHENTICATED if the account was deleted meanwhile, RATE_LIMITED
 */
export async function exportMyData(ctx: Context, { userId }: Viewer): Promise<DataExport> {
  await ctx.limits.take('dataExport', userId, ctx.address);
  return ctx.em.fork().transactional(async (em) => {
    // The account is locked first, as everywhere. Concurrent calls come one after the other.
    const account = await em.execute<unknown[]>('select 1 from account where id = ? for no key update', [
      userId,
    ]);
    if (account.length === 0) throw unauthenticated();
    const pending = await em.findOne(DataExport, { owner: userId, status: 'PENDING' });
    if (pending !== null) return pending;
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + keptMs('dataExport'));
    await em.insert(DataExport, { id, owner: userId, expiresAt });
    await ctx.queue.send(em, jobs.exportMyData, { exportId: id });
    return em.findOneOrFail(DataExport, id);
  });
}
