import { Field, InputType } from 'type-graphql';
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
