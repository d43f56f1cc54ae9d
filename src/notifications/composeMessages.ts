import type { NotificationKind } from '../entities/notifications/Notification.js';
import type { Locale } from '../locale.js';
import type { Mail } from './mailer.js';
import { notificationWordings } from './wording.js';

/** A notification, as it is sent outside the app. */
export interface ToldNotification {
  id: string;
  kind: NotificationKind;
  personaId: string;
}

/** Path of the page that a notification is about. */
export const pathOf = ({ kind, personaId }: Omit<ToldNotification, 'id'>): string =>
  kind === 'COMPARISON_ACCEPTED' ? '/compare' : `/personas/${personaId}`;

/** What the service worker of the app receives. */
export interface PushPayload {
  /** A notification with the same tag replaces the earlier one. */
  tag: string;
  title: string;
  text: string;
  /** Path of the page to open. */
  path: string;
  language: string;
}

/** The payload for a browser, in its language. */
export function pushPayloadOf(told: ToldNotification, locale: Locale): PushPayload {
  const { title, text } = notificationWordings[locale].kinds[told.kind];
  return { tag: told.id, title, text, path: pathOf(told), language: locale.toLowerCase() };
}

/** Topic of a notification at push services: its id as 32 hexadecimal digits, the longest that they take. */
export const topicOf = ({ id }: Pick<ToldNotification, 'id'>): string => id.replaceAll('-', '');

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The e-mail about a notification.
 * @param settings `origin` is the public address of the app, `token` that of the owner's unsubscribe link
 */
export function mailOf(
  told: ToldNotification,
  settings: { locale: Locale; address: string; origin: string; token: string },
): Mail {
  const { locale, address, origin, token } = settings;
  const wording = notificationWordings[locale];
  const { title, text } = wording.kinds[told.kind];
  const language = locale.toLowerCase();
  const url = `${origin}${pathOf(told)}`;
  const unsubscribeUrl = `${origin}/unsubscribe/${token}`;
  return {
    id: told.id,
    address,
    language,
    unsubscribeUrl,
    subject: title,
    text: `${text}\n\n${wording.open}: ${url}\n\n--\n${wording.why}\n${wording.unsubscribe}: ${unsubscribeUrl}\n`,
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5">
<h1 style="font-size: 1.4em">${escape(title)}</h1>
<p>${escape(text)}</p>
<p><a href="${escape(url)}">${escape(wording.open)}</a></p>
<p style="color: #666; font-size: 0.85em">${escape(wording.why)}<br>
<a href="${escape(unsubscribeUrl)}">${escape(wording.unsubscribe)}</a></p>
</body></html>
`,
  };
}
