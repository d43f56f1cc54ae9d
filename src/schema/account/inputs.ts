import { Field, ID, InputType } from 'type-graphql';
import { Locale } from '../enums.js';

@InputType({ description: 'Input for `signInWithGoogle`.' })
export class SignInWithGoogleInput {
  @Field(() => String, { description: 'ID token that Google issued to this app.' })
  idToken!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Nonce of the sign-in request, at most 512 characters. Required if the request had one.',
  })
  nonce?: string | null;
}

@InputType({ description: 'Input for `refreshSession`.' })
export class RefreshSessionInput {
  @Field(() => String, {
    description: 'The newest refresh token of the session.',
  })
  refreshToken!: string;
}

@InputType({ description: 'Input for `revokeSession`.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'ID of the session.' })
  id!: string;
}

@InputType({
  description: 'Input for `giveConsent`.',
})
export class GiveConsentInput {
  @Field(() => String, {
    description:
      'Month of birth, as `YYYY-MM`, at most 120 years ago. Stored to determine whether the user is of age, and never returned.',
  })
  bornIn!: string;

  @Field(() => Locale, { description: 'Language in which the user read the privacy text.' })
  locale!: Locale;

  @Field(() => String, {
    description:
      'Version of the privacy text, for example `2026-11`. At most 40 letters, digits, dots, hyphens or underscores.',
  })
  version!: string;
}

@InputType({ description: 'Input for `markNotificationsRead`.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      'IDs of 1 to 100 notifications. IDs that are not of notifications of the viewer have no effect. If omitted, all are marked.',
  })
  notificationIds?: string[] | null;
}

@InputType({ description: 'Input for `updateNotificationSettings`. What is omitted stays as it is.' })
export class UpdateNotificationSettingsInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to send notifications by e-mail. Turning it on fails with `FORBIDDEN` without `canEmail`.',
  })
  email?: boolean | null;

  @Field(() => Locale, { nullable: true, description: 'Language of the e-mails.' })
  locale?: Locale | null;
}

@InputType({ description: 'Input for `subscribeToPush`: a `PushSubscription` of the browser.' })
export class SubscribeToPushInput {
  @Field(() => String, {
    description: 'Its `endpoint`: an https address of a push service, at most 2,000 characters.',
  })
  endpoint!: string;

  @Field(() => String, { description: 'Its key `p256dh`, base64url.' })
  p256dh!: string;

  @Field(() => String, { description: 'Its key `auth`, base64url.' })
  auth!: string;

  @Field(() => Locale, { description: "Language of the browser's notifications." })
  locale!: Locale;
}

@InputType({ description: 'Input for `unsubscribeFromPush`.' })
export class UnsubscribeFromPushInput {
  @Field(() => String, { description: 'The `endpoint` of the subscription.' })
  endpoint!: string;
}
