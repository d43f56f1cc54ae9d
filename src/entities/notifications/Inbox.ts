import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { locales } from '../../locale.js';
import { User } from '../User.js';

const InboxSchema = defineEntity({
  name: 'Inbox',
  properties: {
    user: () => p.oneToOne(User).ref().primary().owner().deleteRule('cascade'),
    /** Rises with every change to its notifications. */
    revision: p.integer().default(0),
    /** Whether notifications are also sent by e-mail. Off until the owner turns it on. */
    email: p.boolean().default(false),
    /** Language of the e-mails: the app's when they were turned on. */
    locale: p.enum(locales).default('EN'),
  },
});

/**
 * A person's notifications and the settings for them. Its row is locked after those of a persona: a
 * notification refers to it and not to the account, whose row is locked first when the account is deleted.
 */
export class Inbox extends InboxSchema.class {}
InboxSchema.setClass(Inbox);

/**
 * Makes the inbox of an account that has none. At sign-in, and whenever a session goes on, because an older version of
 * this server makes accounts without one while a new version is rolled out.
 */
export async function ensureInbox(em: EntityManager, userId: string): Promise<void> {
  await em.execute('insert into inbox (user_id) select id from account where id = ? on conflict do nothing', [
    userId,
  ]);
}
