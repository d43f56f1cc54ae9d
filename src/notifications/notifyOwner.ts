import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { dayOf } from '../entities/day.js';
import { Notification, type NotificationKind } from '../entities/notifications/Notification.js';
import { deliverNotification, type Queue } from '../queue/jobs.js';

/** An inbox that changed, by its owner's id, to be published after the commit. */
export interface InboxChange {
  id: string;
  revision: number;
}

/** What happened to a persona. */
interface Occasion {
  kind: NotificationKind;
  /** Names the cause, so that it is notified once. */
  cause: string;
  personaId: string;
  comparisonId?: string;
}

/**
 * Adds a notification to the inbox of a persona's owner in the caller's transaction, which has locked the persona,
 * with a delivery for each of the owner's browsers and for their mailbox, as they chose, and the job that makes the
 * deliveries. So what is committed is delivered, and what is rolled back is not. A practice persona, whose owner
 * is present, has no notifications.
 * @returns null if there is nothing new to tell
 */
export async function notifyOwner(
  em: EntityManager,
  queue: Queue,
  { kind, cause, personaId, comparisonId }: Occasion,
): Promise<InboxChange | null> {
  const [inbox] = await em.execute<InboxChange[]>(
    `update inbox set revision = inbox.revision + 1 from persona
     where persona.id = ? and survey_id is not null and inbox.user_id = persona.owner_id
       and not exists (select 1 from notification where cause = ?)
     returning inbox.user_id as id, inbox.revision`,
    [personaId, cause],
  );
  if (inbox === undefined) return null;
  const id = randomUUID();
  await em.insert(Notification, {
    id,
    inbox: inbox.id,
    number: inbox.revision,
    kind,
    cause,
    persona: personaId,
    comparison: comparisonId ?? null,
    createdOn: dayOf(),
  });
  const deliveries = await em.execute<object[]>(
    `insert into notification_delivery (id, notification_id, subscription_id)
     select gen_random_uuid(), :id::uuid, push_subscription.id from push_subscription
       join session on session.id = session_id where user_id = :owner and revoked_at is null
     union all select gen_random_uuid(), :id::uuid, null::uuid from inbox where user_id = :owner and email
     returning id`,
    { id, owner: inbox.id },
  );
  if (deliveries.length > 0) await queue.send(em, deliverNotification, { notificationId: id });
  return inbox;
}

/** A version whose making has ended. */
interface EndedVersion {
  id: string;
  generation: number;
  number: number;
  personaId: string;
}

/**
 * Tells the owner that a version is READY, in the commit that makes it so. Not if a later one was sooner: its
 * notification has said it all.
 */
export async function notifyOfReadyVersion(
  em: EntityManager,
  queue: Queue,
  { id, number, personaId }: EndedVersion,
): Promise<InboxChange | null> {
  const [others] = await em.execute<{ earlier: boolean; later: boolean }[]>(
    `select coalesce(bool_or(number < :number), false) as earlier, coalesce(bool_or(number > :number), false) as later
     from persona_version where persona_id = :personaId and status = 'READY'`,
    { number, personaId },
  );
  if (others === undefined || others.later) return null;
  const kind = others.earlier ? 'MIRROR_CHANGED' : 'MIRROR_READY';
  return notifyOwner(em, queue, { kind, cause: `version ${id} READY`, personaId });
}

/** Tells the owner that a version has FAILED, in the commit that says so. A retry that fails is told again. */
export const notifyOfFailedVersion = (
  em: EntityManager,
  queue: Queue,
  { id, generation, personaId }: EndedVersion,
): Promise<InboxChange | null> =>
  notifyOwner(em, queue, {
    kind: 'MIRROR_FAILED',
    cause: `version ${id} FAILED ${generation}`,
    personaId,
  });
