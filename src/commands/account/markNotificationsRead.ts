import { z } from 'zod';
import { isUuid } from '../../access/identifiers.js';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { unauthenticated } from '../../errors.js';
import { parseInput } from '../input.js';

const MAX_AT_ONCE = 100;

const input = z.object({
  notificationIds: z
    .array(z.string())
    .min(1, { error: 'must not be empty' })
    .max(MAX_AT_ONCE, { error: `must be at most ${MAX_AT_ONCE} ids` })
    .nullish(),
});

/**
 * Marks notifications of the viewer as read, on all devices, and keeps them from being sent if they wait for it.
 * Ids that are not of the viewer's notifications have no effect. Without ids, all are marked. Idempotent.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED
 */
export async function markNotificationsRead(ctx: Context, { userId }: Viewer, raw: unknown): Promise<void> {
  await ctx.limits.take('conversation', userId, ctx.address);
  const ids = parseInput(input, raw).notificationIds?.filter(isUuid) ?? null;
  const revision = await ctx.em.fork().transactional(async (em) => {
    // The inbox before its notifications, as everywhere.
    const [inbox] = await em.execute<{ revision: number }[]>(
      'update inbox set revision = revision + 1 where user_id = ? returning revision',
      [userId],
    );
    if (inbox === undefined) throw unauthenticated();
    await em.execute(
      `update notification set is_read = true where inbox_user_id = :userId and not is_read
         and (:ids::uuid[] is null or id = any(:ids::uuid[]))`,
      { userId, ids: ids && `{${ids.join(',')}}` },
    );
    return inbox.revision;
  });
  ctx.pubsub.publish('inboxChanged', { id: userId, revision });
}
