import { Field, InputType } from 'type-graphql';

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
