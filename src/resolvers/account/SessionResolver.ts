import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import {
  refreshSession,
  revokeOwnSession,
  signInWithGoogle,
  signOut,
} from '../../commands/account/session.js';
import type { Context } from '../../context.js';
import {
  RefreshSessionInput,
  RevokeSessionInput,
  SignInWithGoogleInput,
} from '../../schema/account/inputs.js';
import {
  RefreshSessionPayload,
  RevokeSessionPayload,
  SignInWithGooglePayload,
  SignOutPayload,
} from '../../schema/account/payloads.js';
import { userView } from './userView.js';

/** Sign-in, refresh and sign-out. */
@Resolver()
export class SessionResolver {
  @Mutation(() => SignInWithGooglePayload, {
    description: 'Signs a user in with a Google ID token and starts a session.',
  })
  async signInWithGoogle(
    @Ctx() ctx: Context,
    @Arg('input', () => SignInWithGoogleInput, { description: 'Parameters for `signInWithGoogle`.' })
    input: SignInWithGoogleInput,
  ): Promise<SignInWithGooglePayload> {
    await ctx.limits.take('signIn', ctx.address, ctx.address);
    const { user, ...tokens } = await signInWithGoogle(ctx, input);
    return { ...tokens, user: userView(user) };
  }

  @Mutation(() => RefreshSessionPayload, {
    description:
      'Exchanges a refresh token for a new access token and a new refresh token. Using a refresh token again within 30 seconds of its first use returns the same new refresh token, or the latest one if that has been used too. Later use ends the session.',
  })
  async refreshSession(
    @Ctx() ctx: Context,
    @Arg('input', () => RefreshSessionInput, { description: 'Parameters for `refreshSession`.' })
    input: RefreshSessionInput,
  ): Promise<RefreshSessionPayload> {
    await ctx.limits.take('refresh', ctx.address, ctx.address);
    return refreshSession(ctx, input);
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends the current session. Its tokens stop working and its WebSockets close.',
  })
  async signOut(@Ctx() ctx: Context): Promise<SignOutPayload> {
    await signOut(ctx, requireViewer(ctx));
    return { ok: true };
  }

  @Mutation(() => RevokeSessionPayload, {
    description:
      "Ends one of the viewer's sessions on another device, or the current one. Its tokens stop working and its WebSockets close. Fails with `NOT_FOUND` for a session that has ended.",
  })
  async revokeSession(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeSessionInput, { description: 'Parameters for `revokeSession`.' })
    input: RevokeSessionInput,
  ): Promise<RevokeSessionPayload> {
    await revokeOwnSession(ctx, requireViewer(ctx), input.id);
    return { ok: true };
  }
}
