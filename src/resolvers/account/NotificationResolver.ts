import { QueryOrder } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { markNotificationsRead } from '../../commands/account/markNotificationsRead.js';
import {
  subscribeToPush,
  unsubscribeFromPush,
  updateNotificationSettings,
} from '../../commands/account/notificationSettings.js';
import type { Context } from '../../context.js';
import { Notification } from '../../entities/notifications/Notification.js';
import { pageOf } from '../../queryCost.js';
import {
  MarkNotificationsReadInput,
  SubscribeToPushInput,
  UnsubscribeFromPushInput,
  UpdateNotificationSettingsInput,
} from '../../schema/account/inputs.js';
import {
  InboxType,
  NotificationConnection,
  NotificationSettingsType,
} from '../../schema/account/notificationTypes.js';
import {
  MarkNotificationsReadPayload,
  SubscribeToPushPayload,
  UnsubscribeFromPushPayload,
  UpdateNotificationSettingsPayload,
} from '../../schema/account/payloads.js';
import { UserType } from '../../schema/account/types.js';
import { followRow } from '../followRow.js';
import { parsePageArguments, toConnection } from '../paging.js';
import { inboxView, notificationSettingsView, notificationView } from './notificationViews.js';

/** The viewer's notifications and the settings for push messages and e-mail. */
@Resolver(() => UserType)
export class NotificationResolver {
  @FieldResolver(() => NotificationConnection, {
    complexity: pageOf(1, 20),
    description: "The viewer's notifications, newest first.",
  })
  async notifications(
    @Ctx() ctx: Context,
    @Root() user: UserType,
    @Arg('first', () => Int, { defaultValue: 20, description: 'Number of items to return, 1 to 100.' })
    first: number,
    @Arg('after', () => String, { nullable: true, description: 'Return only items after this cursor.' })
    after?: string,
  ): Promise<NotificationConnection> {
    const page = await ctx.em.findByCursor(Notification, {
      where: { inbox: user.id },
      orderBy: { number: QueryOrder.DESC },
      ...parsePageArguments({ first, after }, 'NUMBER'),
    });
    return toConnection(page, notificationView);
  }

  @FieldResolver(() => InboxType, {
    complexity: 10,
    description: "The state of the viewer's notifications as a whole.",
  })
  inbox(@Ctx() ctx: Context, @Root() user: UserType): Promise<InboxType> {
    return inboxView(ctx.em, user.id);
  }

  @FieldResolver(() => NotificationSettingsType, {
    complexity: 10,
    description: 'How the viewer is told of notifications while the app is closed.',
  })
  notificationSettings(@Ctx() ctx: Context, @Root() user: UserType): Promise<NotificationSettingsType> {
    return notificationSettingsView(ctx, user.id);
  }

  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Marks notifications of the viewer as read, on all devices.',
  })
  async markNotificationsRead(
    @Ctx() ctx: Context,
    @Arg('input', () => MarkNotificationsReadInput, {
      description: 'Parameters for `markNotificationsRead`.',
    })
    input: MarkNotificationsReadInput,
  ): Promise<MarkNotificationsReadPayload> {
    const viewer = requireViewer(ctx);
    await markNotificationsRead(ctx, viewer, input);
    return { inbox: await inboxView(ctx.em, viewer.userId) };
  }

  @Mutation(() => UpdateNotificationSettingsPayload, {
    description: 'Changes whether the viewer gets notifications by e-mail, and in which language.',
  })
  async updateNotificationSettings(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateNotificationSettingsInput, {
      description: 'Parameters for `updateNotificationSettings`.',
    })
    input: UpdateNotificationSettingsInput,
  ): Promise<UpdateNotificationSettingsPayload> {
    const viewer = requireViewer(ctx);
    await updateNotificationSettings(ctx, viewer, input);
    return { settings: await notificationSettingsView(ctx, viewer.userId) };
  }

  @Mutation(() => SubscribeToPushPayload, {
    description:
      'Sends notifications to a browser for as long as the session lasts. At most 10 browsers of a user: a further one replaces the oldest. Repeating the call has no effect.',
  })
  async subscribeToPush(
    @Ctx() ctx: Context,
    @Arg('input', () => SubscribeToPushInput, { description: 'Parameters for `subscribeToPush`.' })
    input: SubscribeToPushInput,
  ): Promise<SubscribeToPushPayload> {
    const viewer = requireViewer(ctx);
    await subscribeToPush(ctx, viewer, input);
    return { settings: await notificationSettingsView(ctx, viewer.userId) };
  }

  @Mutation(() => UnsubscribeFromPushPayload, {
    description:
      'Has notifications no longer shown by a browser of the viewer. Has no effect on any other subscription.',
  })
  async unsubscribeFromPush(
    @Ctx() ctx: Context,
    @Arg('input', () => UnsubscribeFromPushInput, { description: 'Parameters for `unsubscribeFromPush`.' })
    input: UnsubscribeFromPushInput,
  ): Promise<UnsubscribeFromPushPayload> {
    const viewer = requireViewer(ctx);
    await unsubscribeFromPush(ctx, viewer, input);
    return { settings: await notificationSettingsView(ctx, viewer.userId) };
  }

  @Subscription(() => InboxType, {
    description:
      "Sends the state of the viewer's inbox, then its state after every change. Completes when the account is deleted.",
    subscribe: ({ context }) => {
      const { userId } = requireViewer(context as Context);
      return followRow(context as Context, 'inboxChanged', userId, async ({ em }, _viewer, id) => [
        await inboxView(em, id),
      ]);
    },
  })
  inboxChanged(@Root() inbox: InboxType): InboxType {
    return inbox;
  }
}
