import type { EntityManager } from '@mikro-orm/postgresql';
import { findOwnedReplies } from './heldReplies.js';
import type { ReplyWriter } from './replyPen.js';
import { LEASE_SECONDS } from './takeLease.js';

/**
 * Renews the leases of all replies of this process, by the database's clock. Rows that are locked at the
 * moment are skipped until the next renewal.
 * @returns the ids of the replies that this process may still write
 */
export async function renewLeases(em: EntityManager, pens: ReplyWriter[]): Promise<Set<string>> {
  const rows = pens.map(({ lease }) => ({ id: lease.messageId, attempt: lease.attempt }));
  await em.execute(
    `with ours as (
       select m.id from message m
       join json_to_recordset(?::json) as p(id uuid, attempt smallint) on m.id = p.id and m.attempt = p.attempt
       where m.status = 'STREAMING' for no key update of m skip locked
     ) update message set lease_until = now() + make_interval(secs => ?) from ours where message.id = ours.id`,
    [JSON.stringify(rows), LEASE_SECONDS],
  );
  return findOwnedReplies(em, pens);
}
