import { Field, InputType, ObjectType } from 'type-graphql';
import { Locale } from './enums.js';
import { UserType } from './UserType.js';

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
