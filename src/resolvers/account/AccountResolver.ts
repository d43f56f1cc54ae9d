import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { giveConsent } from '../../commands/account/consent.js';
import { deleteAccount } from '../../commands/account/deleteAccount.js';
import type { Context } from '../../context.js';
import { GiveConsentInput } from '../../schema/account/inputs.js';
import { DeleteAccountPayload, GiveConsentPayload } from '../../schema/account/payloads.js';
import { GoogleSignInType } from '../../schema/account/types.js';
import { userView } from './userView.js';

/** Google sign-in settings, consent and deletion of the account. */
@Resolver()
export class AccountResolver {
  @Query(() => GoogleSignInType, {
    description: 'Settings for signing in with Google. The same for every caller.',
  })
  googleSignIn(@Ctx() ctx: Context): GoogleSignInType {
    return ctx.googleSignIn;
  }

  @Mutation(() => GiveConsentPayload, {
    description:
      "Stores the viewer's consent and month of birth, once. Repeating the call with the same input returns the same result. Different input fails with `FORBIDDEN`. A user who is too young is stored without consent, and can consent with the same month of birth once old enough.",
  })
  async giveConsent(
    @Ctx() ctx: Context,
    @Arg('input', () => GiveConsentInput, { description: 'Parameters for `giveConsent`.' })
    input: GiveConsentInput,
  ): Promise<GiveConsentPayload> {
    return { user: userView(await giveConsent(ctx, requireViewer(ctx), input)) };
  }

  @Mutation(() => DeleteAccountPayload, {
    description:
      "Deletes the viewer's account with all surveys, responses, personas, illustrations, conversations and comparisons. All sessions end.",
  })
  async deleteAccount(@Ctx() ctx: Context): Promise<DeleteAccountPayload> {
    await deleteAccount(ctx, requireViewer(ctx));
    return { ok: true };
  }
}
