import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import type { Notification } from '../../entities/notifications/Notification.js';
import { notFound } from '../../errors.js';
import type { Locale } from '../../locale.js';
import type {
  InboxType,
  NotificationSettingsType,
  NotificationType,
} from '../../schema/account/notificationTypes.js';

/** A notification, as its owner sees it. */
export const notificationView = ({
  id,
  kind,
  persona,
  comparison,
  createdOn,
  isRead,
}: Notification): NotificationType => ({
  id,
  kind,
  personaId: persona.id,
  comparisonId: comparison?.id ?? null,
  createdOn,
  isRead,
});

/** @throws AppError NOT_FOUND if the account is deleted */
export async function inboxView(em: EntityManager, userId: string): Promise<InboxType> {
  const [inbox] = await em.execute<InboxType[]>(
    `select revision, (select count(*)::int from notification where inbox_user_id = user_id and not is_read) as "unreadCount"
     from inbox where user_id = ?`,
    [userId],
  );
  if (inbox === undefined) throw notFound();
  return inbox;
}

/** @throws AppError NOT_FOUND if the account is deleted */
export async function notificationSettingsView(
  { em, notifications }: Context,
  userId: string,
): Promise<NotificationSettingsType> {
  const [inbox] = await em.execute<{ email: boolean; locale: Locale; pushBrowsers: number }[]>(
    `select email, locale, (select count(*)::int from push_subscription join session on session.id = session_id
       where session.user_id = inbox.user_id and revoked_at is null) as "pushBrowsers"
     from inbox where user_id = ?`,
    [userId],
  );
  if (inbox === undefined) throw notFound();
  return { ...inbox, canEmail: notifications.mailer !== null, pushKey: notifications.pushSender.publicKey };
}
