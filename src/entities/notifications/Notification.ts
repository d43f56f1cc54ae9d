import { defineEntity, p } from '@mikro-orm/core';
import { Comparison } from '../Comparison.js';
import { Persona } from '../Persona.js';
import { Inbox } from './Inbox.js';

/** The kinds of notifications. None reveals that a single friend answered. */
export const notificationKinds = [
  'MIRROR_READY',
  'MIRROR_CHANGED',
  'MIRROR_FAILED',
  'COMPARISON_ACCEPTED',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

const NotificationSchema = defineEntity({
  name: 'Notification',
  properties: {
    id: p.uuid().primary(),
    inbox: () => p.manyToOne(Inbox).ref().deleteRule('cascade'),
    /** Position in the inbox, from 1. It is the inbox's revision at which the notification was added. */
    number: p.integer(),
    kind: p.enum(notificationKinds),
    /** What led to it, so that one cause has one notification. */
    cause: p.string().unique(),
    persona: () => p.manyToOne(Persona).ref().deleteRule('cascade').index(),
    /** Set for COMPARISON_ACCEPTED only. */
    comparison: () => p.manyToOne(Comparison).ref().strictNullable().deleteRule('cascade').index(),
    /** A day. A finer time would say when the last friend of a release answered. */
    createdOn: p.date(),
    isRead: p.boolean().default(false),
  },
  uniques: [{ name: 'notification_order', properties: ['inbox', 'number'] }],
});

/** Something that happened while its owner was away. */
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
