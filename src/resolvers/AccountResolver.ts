import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { deleteAccount } from '../commands/deleteAccount.js';
import { giveConsent } from '../commands/giveConsent.js';
import type { Context } from '../context.js';
import {
  DeleteAccountPayload,
  GiveConsentInput,
  GiveConsentPayload,
  GoogleSignInType,
} from '../schema/accountTypes.js';
import { signedIn } from './signedIn.js';
import { userView } from './userView.js';

/** How an account begins and ends. */
@Resolver()
export class AccountResolver {
  @Query(() => GoogleSignInType, { description: 'Where to sign in. The same for everyone.' })
  googleSignIn(@Ctx() ctx: Context): GoogleSignInType {
    return ctx.googleSignIn;
  }

  @Mutation(() => GiveConsentPayload, {
    description:
      'Keeps the viewer’s consent and month of birth, once: the same again is answered the same, another is FORBIDDEN. Whoever was too young consents later, with the same month.',
  })
  async giveConsent(
    @Ctx() ctx: Context,
    @Arg('input', () => GiveConsentInput, { description: 'What is consented to.' }) input: GiveConsentInput,
  ): Promise<GiveConsentPayload> {
    return { user: userView(await giveConsent(ctx, signedIn(ctx), input)) };
  }

  @Mutation(() => DeleteAccountPayload, {
    description:
      'Removes the viewer with all surveys and what friends answered, personas, pictures, talks and comparisons. All sessions end.',
  })
  async deleteAccount(@Ctx() ctx: Context): Promise<DeleteAccountPayload> {
    await deleteAccount(ctx, signedIn(ctx));
    return { ok: true };
  }
}
