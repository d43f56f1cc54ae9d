import { defineEntity, p } from '@mikro-orm/core';
import { Notification } from './Notification.js';
import { PushSubscription } from './PushSubscription.js';

/**
 * PENDING: not handed over yet, or turned away for now. HANDED_OVER: given to the push service or mail server,
 * whose answer is not known; it is never given again. SENT: accepted. REFUSED: turned away for good, or again and again
 * for about an hour. SKIPPED: read in the app first, or no longer wanted.
 */
export const deliveryStatuses = ['PENDING', 'HANDED_OVER', 'SENT', 'REFUSED', 'SKIPPED'] as const;

const NotificationDeliverySchema = defineEntity({
  name: 'NotificationDelivery',
  properties: {
    id: p.uuid().primary(),
    notification: () => p.manyToOne(Notification).ref().deleteRule('cascade').index(),
    /** The browser it goes to; null for an e-mail. */
    subscription: () => p.manyToOne(PushSubscription).ref().strictNullable().deleteRule('cascade').index(),
    status: p.enum(deliveryStatuses).default('PENDING'),
  },
  indexes: [
    {
      name: 'notification_delivery_pending',
      expression:
        "create index notification_delivery_pending on notification_delivery (notification_id) where status = 'PENDING'",
    },
  ],
});

/** A notification on its way to a browser or a mailbox. */
export class NotificationDelivery extends NotificationDeliverySchema.class {}
NotificationDeliverySchema.setClass(NotificationDelivery);
