import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refreshSession } from '../commands/refreshSession.js';
import { signInWithGoogle } from '../commands/signInWithGoogle.js';
import { signOut } from '../commands/signOut.js';
import type { Context } from '../context.js';
import { RefreshSessionInput, SignInWithGoogleInput } from '../schema/inputs.js';
import { RefreshSessionPayload, SignInWithGooglePayload, SignOutPayload } from '../schema/payloads.js';
import { signedIn } from './signedIn.js';
import { userView } from './userView.js';

/** Coming, staying and going. */
@Resolver()
export class SessionResolver {
  @Mutation(() => SignInWithGooglePayload, { description: 'Opens a session for whom Google vouches.' })
  async signInWithGoogle(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInWithGoogleInput, { description: "Google's word." })
    input: SignInWithGoogleInput,
  ): Promise<SignInWithGooglePayload> {
    await ctx.limits.take('signIn', ctx.address, ctx.address);
    const { user, ...tokens } = await signInWithGoogle(ctx, input);
    return { ...tokens, user: userView(user) };
  }

  @Mutation(() => RefreshSessionPayload, {
    description:
      'Trades a refresh token for a fresh pair. A token used twice ends its session, except within 30 seconds.',
  })
  async refreshSession(
    @Ctx() ctx: Context,
    @Arg('input', () => RefreshSessionInput, { description: 'The newest refresh token.' })
    input: RefreshSessionInput,
  ): Promise<RefreshSessionPayload> {
    await ctx.limits.take('refresh', ctx.address, ctx.address);
    return refreshSession(ctx, input);
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends the session: its tokens stop working and its sockets close.',
  })
  async signOut(@Ctx() ctx: Context): Promise<SignOutPayload> {
    await signOut(ctx, signedIn(ctx));
    return { ok: true };
  }
}
