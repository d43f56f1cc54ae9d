import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { createEnum, registerDescribedEnum } from '../describeEnum.js';
import { Locale } from '../enums.js';

export const AgeStanding = createEnum('UNKNOWN', 'TOO_YOUNG', 'MINOR', 'ADULT');
export type AgeStanding = keyof typeof AgeStanding;

registerDescribedEnum(
  'AgeStanding',
  AgeStanding,
  'What a user may do given their age. Only the month of birth is known, so a birthday takes effect in the following month.',
  {
    UNKNOWN:
      'The user has not been asked yet, or was too young when asked and is old enough now. Call `giveConsent`, with the same month of birth as before.',
    TOO_YOUNG:
      'The user was too young to consent: under 14 if the privacy text was read in Korean, under 16 otherwise. The user can read data and delete the account.',
    MINOR: 'The user is under 18. Friends are not asked `TEXT` questions.',
    ADULT: 'The user is 18 or older.',
  },
);

@ObjectType('Consent', { description: "A user's consent to the privacy text." })
export class ConsentType {
  @Field(() => String, { description: 'Version of the privacy text.' })
  version!: string;

  @Field(() => Locale, { description: 'Language in which the user read the privacy text.' })
  locale!: Locale;

  @Field(() => String, { description: 'Day the consent was given, as `YYYY-MM-DD` in UTC.' })
  givenOn!: string;
}

@ObjectType('User', { description: 'A person who signed in with Google.' })
export class UserType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => String, { description: "Name of the user's Google account." })
  displayName!: string;

  @Field(() => String, {
    description: "Email address of the user's Google account. Visible to the user only.",
  })
  email!: string;

  @Field(() => AgeStanding, { description: 'What the user may do today, given their age.' })
  ageStanding!: AgeStanding;

  @Field(() => ConsentType, {
    nullable: true,
    description:
      "The user's consent. Null until `giveConsent` is called, and if the user was too young to consent. A later birthday does not turn this into consent.",
  })
  consent!: ConsentType | null;
}

@ObjectType('Session', { description: 'One sign-in on one device.' })
export class SessionType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the session of this request.' })
  current!: boolean;

  @Field(() => String, { description: 'Day it was last used, as `YYYY-MM-DD` in UTC.' })
  lastUsedOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the device called itself at the sign-in (the header `User-Agent`), at most 255 characters. Null if it did not.',
  })
  userAgent!: string | null;
}

export const DataExportStatus = createEnum('PENDING', 'READY', 'FAILED');
export type DataExportStatus = keyof typeof DataExportStatus;

registerDescribedEnum('DataExportStatus', DataExportStatus, "Status of an export of the viewer's data.", {
  PENDING: 'The file is being made.',
  READY: 'The file can be downloaded.',
  FAILED: 'The file could not be made. Ask for another one.',
});

@ObjectType('DataExport', {
  description:
    "A copy of everything that is the viewer's: a ZIP with JSON files and pictures. What friends answered is in it as far as the app shows it.",
})
export class DataExportType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => DataExportStatus, { description: 'Current status.' })
  status!: DataExportStatus;

  @Field(() => String, {
    nullable: true,
    description:
      'URL of the file, which needs no sign-in. Null unless `READY`. Answers 404 once it has expired or the account is deleted.',
  })
  url!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Time at which the file is deleted, 24 hours after it was made. Null unless `READY`.',
  })
  expiresAt!: Date | null;

  /** For subscriptions. Not part of the API. */
  revision!: number;
}

@ObjectType('GoogleSignIn', {
  description:
    'Settings for signing in with Google in a browser (OpenID Connect with `response_type=id_token`). The client adds `client_id`, `redirect_uri` (its own origin followed by `/auth/callback`), `response_type`, `scope`, `nonce`, `state` and `prompt`.',
})
export class GoogleSignInType {
  @Field(() => String, {
    description: 'URL of the authorization endpoint. If a stand-in replaces Google, a path on this server.',
  })
  authorizationUrl!: string;

  @Field(() => String, {
    description: 'OAuth client ID to send, which is also the audience of the ID token.',
  })
  clientId!: string;

  @Field(() => Boolean, {
    description:
      'Whether a stand-in that asks for no password replaces Google. If so, label the sign-in as a demo.',
  })
  demo!: boolean;
}
