import type { EntityManager } from '@mikro-orm/postgresql';
import { heldReplies } from './heldReplies.js';
import type { ReplyPen } from './replyPen.js';
import { LEASE_SECONDS } from './takeLease.js';

/**
 * Keeps all replies of this process for another while, by database time. One that somebody else holds at the moment is
 * kept the next time.
 * @returns ids of those that are still ours
 */
export async function renewLeases(em: EntityManager, pens: ReplyPen[]): Promise<Set<string>> {
  const rows = pens.map(({ lease }) => ({ id: lease.messageId, attempt: lease.attempt }));
  await em.execute(
    `with ours as (
       select m.id from message m
       join json_to_recordset(?::json) as p(id uuid, attempt smallint) on m.id = p.id and m.attempt = p.attempt
       where m.status = 'STREAMING' for no key update of m skip locked
     ) update message set lease_until = now() + make_interval(secs => ?) from ours where message.id = ours.id`,
    [JSON.stringify(rows), LEASE_SECONDS],
  );
  return heldReplies(em, pens);
}
