import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { UserType } from './types.js';

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
