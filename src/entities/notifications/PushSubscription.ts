import { defineEntity, p } from '@mikro-orm/core';
import { locales } from '../../locale.js';
import { Session } from '../Session.js';

const PushSubscriptionSchema = defineEntity({
  name: 'PushSubscription',
  properties: {
    id: p.uuid().primary(),
    /** The session of the browser. Nothing is sent to it once the session has ended. */
    session: () => p.manyToOne(Session).ref().deleteRule('cascade').index(),
    /** Address at the browser's push service. A secret: anyone with it and the server's key can send to it. */
    endpoint: p.text().unique(),
    /** The browser's public key and its shared secret, base64url: only it can read what is sent. */
    p256dh: p.string(),
    auth: p.string(),
    /** Language of the browser's notifications. */
    locale: p.enum(locales),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
});

/** A browser that shows its owner's notifications while the app is closed. */
export class PushSubscription extends PushSubscriptionSchema.class {}
PushSubscriptionSchema.setClass(PushSubscription);
