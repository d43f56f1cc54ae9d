import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { InboxType, NotificationSettingsType } from './notificationTypes.js';
import { DataExportType, UserType } from './types.js';

@ObjectType({ description: 'Result of `signInWithGoogle`.' })
export class SignInWithGooglePayload {
  @Field(() => String, { description: 'Access token. Send it in the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Time at which the access token expires, at most 15 minutes from now.',
  })
  expiresAt!: Date;

  @Field(() => String, { description: 'Refresh token for one call of `refreshSession`.' })
  refreshToken!: string;

  @Field(() => UserType, { description: 'The signed-in user.' })
  user!: UserType;
}

@ObjectType({ description: 'Result of `refreshSession`.' })
export class RefreshSessionPayload {
  @Field(() => String, { description: 'Access token. Send it in the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field(() => String, {
    description: 'Refresh token for one call of `refreshSession`. It replaces the token that was sent.',
  })
  refreshToken!: string;

  @Field(() => GraphQLISODateTime, {
    description: 'Time at which the access token expires, at most 15 minutes from now.',
  })
  expiresAt!: Date;
}

@ObjectType({ description: 'Result of `signOut`.' })
export class SignOutPayload {
  @Field(() => Boolean, { description: 'Always true. Failures are returned as errors.' })
  ok!: boolean;
}

@ObjectType({ description: 'Result of `revokeSession`.' })
export class RevokeSessionPayload {
  @Field(() => Boolean, { description: 'Always true. Failures are returned as errors.' })
  ok!: boolean;
}

@ObjectType({ description: 'Result of `exportMyData`.' })
export class ExportMyDataPayload {
  @Field(() => DataExportType, { description: 'The export that is being made.' })
  export!: DataExportType;
}

@ObjectType({ description: 'Result of `giveConsent`.' })
export class GiveConsentPayload {
  @Field(() => UserType, { description: 'The updated user.' })
  user!: UserType;
}

@ObjectType({ description: 'Result of `deleteAccount`.' })
export class DeleteAccountPayload {
  @Field(() => Boolean, { description: 'Always true. Failures are returned as errors.' })
  ok!: boolean;
}

@ObjectType({ description: 'Result of `markNotificationsRead`.' })
export class MarkNotificationsReadPayload {
  @Field(() => InboxType, { description: 'The inbox after the change.' })
  inbox!: InboxType;
}

@ObjectType({ description: 'Result of `updateNotificationSettings`.' })
export class UpdateNotificationSettingsPayload {
  @Field(() => NotificationSettingsType, { description: 'The updated settings.' })
  settings!: NotificationSettingsType;
}

@ObjectType({ description: 'Result of `subscribeToPush`.' })
export class SubscribeToPushPayload {
  @Field(() => NotificationSettingsType, { description: 'The updated settings.' })
  settings!: NotificationSettingsType;
}

@ObjectType({ description: 'Result of `unsubscribeFromPush`.' })
export class UnsubscribeFromPushPayload {
  @Field(() => NotificationSettingsType, { description: 'The updated settings.' })
  settings!: NotificationSettingsType;
}
