import type { EntityManager } from '@mikro-orm/postgresql';
import type { Services } from '../context.js';
import type { Locale } from '../locale.js';
import { mailOf, pushPayloadOf, topicOf, type ToldNotification } from '../notifications/composeMessages.js';
import type { Claim, Outcome } from '../notifications/outcome.js';
import * as jobs from '../queue/jobs.js';
import { reportOn, StepFailed } from '../queue/runJob.js';

/** A delivery, with what it needs to be made. */
type Delivery = ToldNotification & { deliveryId: string; owner: string } & (
    | { subscriptionId: string; endpoint: string; p256dh: string; auth: string; locale: Locale }
    | { subscriptionId: null; address: string; locale: Locale }
  );

/**
 * Hands a notification to the push services and the mail server, each delivery at most once. It is claimed in a commit of
 * its own when the receiver is reached, right before the bytes with which it can be accepted, and only what was certainly
 * turned away for now is put back. So a worker that dies before the claim leaves a delivery for the next attempt, and
 * one that dies after it leaves one that nobody repeats.
 */
export const deliverNotification =
  (services: Services): jobs.StepHandler<{ notificationId: string }> =>
  async ({ notificationId }, attempt) => {
    const em = services.orm.em.fork();
    const waiting = await em.execute<{ id: string }[]>(
      "select id from notification_delivery where notification_id = ? and status = 'PENDING' order by id",
      [notificationId],
    );
    let isLater = false;
    for (const { id } of waiting) {
      attempt.signal.throwIfAborted();
      const delivery = await readDelivery(em, id);
      if (delivery === undefined) continue;
      let isClaimed = false;
      const claimIt = async (): Promise<boolean> => (isClaimed = await claim(em, id));
      const outcome = await handOver(services, delivery, claimIt, attempt.signal);
      await settle(em, { ...delivery, isClaimed }, outcome);
      isLater ||= outcome === 'LATER';
      services.log.info({ notificationId, deliveryId: id, outcome }, 'notification delivery');
    }
    if (isLater) await tryLater(services, notificationId, attempt);
  };

/**
 * Reads a delivery that is to be made, and skips it if its notification was read meanwhile or its receiver no longer
 * wants it.
 * @returns undefined if there is nothing to hand over
 */
async function readDelivery(em: EntityManager, id: string): Promise<Delivery | undefined> {
  const [found] = await em.execute<(Delivery & { isWanted: boolean })[]>(
    `select not n.is_read and case when d.subscription_id is null then inbox.email
         else session.revoked_at is null end as "isWanted",
       d.id as "deliveryId", n.id, n.kind, n.persona_id as "personaId", inbox.user_id as owner, account.email as address,
       push.id as "subscriptionId", push.endpoint, push.p256dh, push.auth, coalesce(push.locale, inbox.locale) as locale
     from notification_delivery d join notification n on n.id = d.notification_id
       join inbox on inbox.user_id = n.inbox_user_id join account on account.id = inbox.user_id
       left join push_subscription push on push.id = d.subscription_id left join session on session.id = push.session_id
     where d.id = ? and d.status = 'PENDING'`,
    [id],
  );
  if (found === undefined || found.isWanted) return found;
  await em.execute(
    "update notification_delivery set status = 'SKIPPED' where id = ? and status = 'PENDING'",
    [id],
  );
  return undefined;
}

/** Two attempts at one notification can meet here, and one of them claims the delivery. */
async function claim(em: EntityManager, id: string): Promise<boolean> {
  const claimed = await em.execute<unknown[]>(
    "update notification_delivery set status = 'HANDED_OVER' where id = ? and status = 'PENDING' returning id",
    [id],
  );
  return claimed.length > 0;
}

/** Throws only if the claim cannot be stored, and not for what a push service or mail server says or does. */
function handOver(
  services: Services,
  delivery: Delivery,
  claim: Claim,
  signal: AbortSignal,
): Promise<Outcome> {
  const { pushSender, mailer, unsubscribeTokens, publicOrigin } = services.notifications;
  if (delivery.subscriptionId !== null) {
    const payload = pushPayloadOf(delivery, delivery.locale);
    return pushSender.send(delivery, { payload, topic: topicOf(delivery), claim }, signal);
  }
  if (mailer === null) return Promise.resolve('REFUSED');
  const token = unsubscribeTokens.tokenOf(delivery.owner);
  return mailer.send(mailOf(delivery, { ...delivery, origin: publicOrigin, token }), claim);
}

/**
 * Stores what became of a delivery, unless it is another attempt's. A browser that no longer exists is forgotten, with
 * its deliveries.
 */
async function settle(
  em: EntityManager,
  { deliveryId, subscriptionId, isClaimed }: Delivery & { isClaimed: boolean },
  outcome: Outcome,
): Promise<void> {
  if (outcome === 'UNKNOWN' || outcome === 'UNCLAIMED') return;
  if (outcome === 'GONE') {
    await em.execute('delete from push_subscription where id = ?', [subscriptionId]);
    return;
  }
  const status = outcome === 'LATER' ? 'PENDING' : outcome;
  await em.execute('update notification_delivery set status = ? where id = ? and status = ?', [
    status,
    deliveryId,
    isClaimed ? 'HANDED_OVER' : 'PENDING',
  ]);
}

/** Ends an attempt after which deliveries are left. After the last one, about an hour later, they are given up. */
async function tryLater(services: Services, notificationId: string, attempt: jobs.Attempt): Promise<never> {
  const failure = new StepFailed('A push service or the mail server accepts nothing at the moment.');
  await services.orm.em.fork().transactional(async (em) => {
    const end = await services.queue.endFailed(em, jobs.deliverNotification, attempt, reportOn(failure));
    if (end !== 'LAST') return;
    await em.execute(
      "update notification_delivery set status = 'REFUSED' where notification_id = ? and status = 'PENDING'",
      [notificationId],
    );
  });
  throw failure;
}
