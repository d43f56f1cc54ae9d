import { Field, InputType, ObjectType } from 'type-graphql';
import { Locale } from './enums.js';
import { UserType } from './UserType.js';

@InputType({
  description:
    'Consents, once and for all, to the text about privacy. Of whoever is too young the age is kept, and no consent.',
})
export class GiveConsentInput {
  @Field(() => String, {
    description: 'Month of birth, YYYY-MM. Kept to tell whether the person is of age, and never answered.',
  })
  bornIn!: string;

  @Field(() => Locale, { description: 'The language in which the text was read.' })
  locale!: Locale;

  @Field(() => String, { description: 'Version of the text, such as 2026-11; at most 40 characters.' })
  version!: string;
}

@ObjectType({ description: 'The consent is kept.' })
export class GiveConsentPayload {
  @Field(() => UserType, { description: 'Who gave it.' })
  user!: UserType;
}

@ObjectType({ description: 'The account is gone, with all that was theirs.' })
export class DeleteAccountPayload {
  @Field(() => Boolean, { description: 'Always true: what fails is an error.' })
  ok!: boolean;
}

@ObjectType('GoogleSignIn', {
  description:
    'Where a browser goes to sign in (OpenID Connect, response_type=id_token). The app adds client_id, redirect_uri (its own origin and /auth/callback), response_type, scope, nonce, state and prompt.',
})
export class GoogleSignInType {
  @Field(() => String, { description: 'An address, or a path of this server where it stands in for Google.' })
  authorizationUrl!: string;

  @Field(() => String, { description: 'The client_id to send: the audience of the ID token.' })
  clientId!: string;

  @Field(() => Boolean, { description: 'True where nobody is asked for a password. Label it.' })
  demo!: boolean;
}
