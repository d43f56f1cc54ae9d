import { Field, ID, Int, ObjectType } from 'type-graphql';
import { edgesOfPage } from '../../queryCost.js';
import { createEnum, registerDescribedEnum } from '../describeEnum.js';
import { Locale } from '../enums.js';
import { PageInfo } from '../PageInfo.js';

export const NotificationKind = createEnum(
  'MIRROR_READY',
  'MIRROR_CHANGED',
  'MIRROR_FAILED',
  'COMPARISON_ACCEPTED',
);
export type NotificationKind = keyof typeof NotificationKind;

registerDescribedEnum(
  'NotificationKind',
  NotificationKind,
  'What a notification is about. No notification says that a single friend has answered.',
  {
    MIRROR_READY: 'A persona is `READY` for the first time.',
    MIRROR_CHANGED: 'At least three new answers made a new version of a persona.',
    MIRROR_FAILED: 'A version of a persona is `FAILED`, and no more retries are made automatically.',
    COMPARISON_ACCEPTED: "Someone accepted the viewer's invitation to compare personas.",
  },
);

@ObjectType('Notification', { description: 'Something that happened while the viewer was away.' })
export class NotificationType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => NotificationKind, { description: 'What the notification is about.' })
  kind!: NotificationKind;

  @Field(() => ID, { description: "ID of the viewer's persona that the notification is about." })
  personaId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'ID of the accepted comparison. Null unless the kind is `COMPARISON_ACCEPTED`.',
  })
  comparisonId!: string | null;

  @Field(() => String, {
    description: 'Day on which it happened, as `YYYY-MM-DD` in UTC. No finer time is available.',
  })
  createdOn!: string;

  @Field(() => Boolean, { description: 'Whether the viewer has read it, on any device.' })
  isRead!: boolean;
}

@ObjectType({ description: 'A notification in a list.' })
export class NotificationEdge {
  @Field(() => String, { description: 'Cursor of this item.' })
  cursor!: string;

  @Field(() => NotificationType, { description: 'The notification.' })
  node!: NotificationType;
}

@ObjectType({ description: 'A page of notifications, newest first.' })
export class NotificationConnection {
  @Field(() => [NotificationEdge], {
    complexity: edgesOfPage,
    description: 'Notifications on this page, newest first.',
  })
  edges!: NotificationEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType('Inbox', { description: "The state of the viewer's notifications as a whole." })
export class InboxType {
  @Field(() => Int, { description: 'Rises with every change to the notifications.' })
  revision!: number;

  @Field(() => Int, { description: 'Number of notifications that the viewer has not read.' })
  unreadCount!: number;
}

@ObjectType('NotificationSettings', {
  description: 'How the viewer is told of notifications while the app is closed.',
})
export class NotificationSettingsType {
  @Field(() => Boolean, { description: 'Whether this server sends e-mails.' })
  canEmail!: boolean;

  @Field(() => Boolean, {
    description: 'Whether notifications are sent to `User.email`. False until the viewer turns it on.',
  })
  email!: boolean;

  @Field(() => Locale, { description: 'Language of the e-mails.' })
  locale!: Locale;

  @Field(() => String, {
    description:
      'Public key of this server for Web Push, base64url. Pass it as `applicationServerKey` to `PushManager.subscribe`.',
  })
  pushKey!: string;

  @Field(() => Int, { description: "Number of the viewer's browsers that show notifications, at most 10." })
  pushBrowsers!: number;
}
