import { createMailer, type Mailer } from './mailer.js';
import { createPushSender, type PushSender } from './pushSender.js';
import { createUnsubscribeTokens, type UnsubscribeTokens } from './unsubscribeLinks.js';

/** Notifies owners while the app is closed: by push messages and e-mail. */
export interface NotificationChannels {
  pushSender: PushSender;
  /** Null without SMTP_URL. */
  mailer: Mailer | null;
  unsubscribeTokens: UnsubscribeTokens;
  /** What the links in e-mails start with. */
  publicOrigin: string;
}

/** The settings of the channels. */
interface ChannelSettings {
  /** What makeVapidKeys returned, the same in every process. */
  vapidKeys: string;
  /** Signs the links in e-mails, the same in every process. */
  secret: string;
  publicOrigin: string;
  smtpUrl: string | undefined;
  /** The sender's address; by default, no-reply at the host of the public address. */
  mailFrom: string | undefined;
  /** Whether a push service may be on this machine. */
  allowLoopback: boolean;
}

/** Opens no connection: each message has its own. */
export function createNotificationChannels(settings: ChannelSettings): NotificationChannels {
  const { vapidKeys, secret, publicOrigin, smtpUrl, allowLoopback } = settings;
  const { hostname: host, protocol } = new URL(publicOrigin);
  const mailFrom = settings.mailFrom ?? `no-reply@${host}`;
  // Whom a push service's operators can ask. Some of them require an address of this form.
  const contact = protocol === 'https:' ? publicOrigin : `mailto:no-reply@${host}`;
  return {
    pushSender: createPushSender({ vapidKeys, contact, allowLoopback }),
    mailer: smtpUrl === undefined ? null : createMailer({ url: smtpUrl, from: mailFrom, host }),
    unsubscribeTokens: createUnsubscribeTokens(secret),
    publicOrigin,
  };
}
