import { ECDH, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Inbox } from '../../entities/notifications/Inbox.js';
import { AppError } from '../../errors.js';
import { locales } from '../../locale.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';
import { clientToken, parseInput } from '../input.js';

const settingsInput = z.object({ email: z.boolean().nullish(), locale: z.enum(locales).nullish() });

/**
 * Turns e-mails about the viewer's notifications on or off.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; FORBIDDEN if e-mails are turned on and this server sends none
 */
export async function updateNotificationSettings(
  ctx: Context,
  { userId }: Viewer,
  raw: unknown,
): Promise<void> {
  await ctx.limits.take('conversation', userId, ctx.address);
  const { email, locale } = parseInput(settingsInput, raw);
  if (email === true && ctx.notifications.mailer === null)
    throw new AppError('FORBIDDEN', 'This server sends no e-mails.');
  const change = { ...(email == null ? {} : { email }), ...(locale == null ? {} : { locale }) };
  if (Object.keys(change).length > 0) await ctx.em.nativeUpdate(Inbox, { user: userId }, change);
}

/** Further browsers replace those that subscribed first. */
const MAX_BROWSERS = 10;
const P256_POINT_BYTES = 65;
const AUTH_BYTES = 16;

/** An uncompressed point of the curve P-256, without which nothing can be encrypted for the browser. */
function isPublicKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64url');
  if (bytes.length !== P256_POINT_BYTES) return false;
  try {
    return Buffer.isBuffer(ECDH.convertKey(bytes, 'prime256v1', undefined, undefined, 'uncompressed'));
  } catch {
    return false;
  }
}

const base64url = z.string().regex(/^[\w-]{1,100}=*$/, { error: 'must be base64url' });

const subscribeInput = z.object({
  endpoint: clientToken(2_000),
  p256dh: base64url.refine(isPublicKey, { error: 'must be a public key on the curve P-256' }),
  auth: base64url.refine((value) => Buffer.from(value, 'base64url').length === AUTH_BYTES, {
    error: `must be ${AUTH_BYTES} bytes`,
  }),
  locale: z.enum(locales),
});

/**
 * Has notifications shown by a browser of the viewer for as long as the session lasts. Idempotent. A browser that
 * another person subscribed moves to the viewer.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED; NOT_FOUND if the session has just been deleted
 */
export async function subscribeToPush(
  ctx: Context,
  { userId, sessionId }: Viewer,
  raw: unknown,
): Promise<void> {
  await ctx.limits.take('conversation', userId, ctx.address);
  const { endpoint, p256dh, auth, locale } = parseInput(subscribeInput, raw);
  if (!ctx.notifications.pushSender.isAllowed(endpoint))
    throw new AppError('BAD_USER_INPUT', 'endpoint: must be the https address of a push service', {
      field: 'endpoint',
    });
  await ctx.em
    .fork()
    .transactional(async (em) => {
      await em.execute(
        `insert into push_subscription (id, session_id, endpoint, p256dh, auth, locale) values (?, ?, ?, ?, ?, ?)
         on conflict (endpoint) do update set session_id = excluded.session_id, p256dh = excluded.p256dh,
           auth = excluded.auth, locale = excluded.locale, created_at = now()`,
        [randomUUID(), sessionId, endpoint, p256dh, auth, locale],
      );
      await em.execute(
        `delete from push_subscription where id in (
           select push_subscription.id from push_subscription join session on session.id = session_id
           where user_id = ? order by push_subscription.created_at desc, push_subscription.id offset ?)`,
        [userId, MAX_BROWSERS],
      );
    })
    .catch(foreignKeyToNotFound);
}

const unsubscribeInput = z.object({ endpoint: clientToken(2_000) });

/**
 * Has notifications no longer shown by a browser of the viewer. Idempotent.
 * @throws AppError BAD_USER_INPUT, RATE_LIMITED
 */
export async function unsubscribeFromPush(ctx: Context, { userId }: Viewer, raw: unknown): Promise<void> {
  await ctx.limits.take('conversation', userId, ctx.address);
  const { endpoint } = parseInput(unsubscribeInput, raw);
  await ctx.em.execute(
    'delete from push_subscription using session where session.id = session_id and user_id = ? and endpoint = ?',
    [userId, endpoint],
  );
}
