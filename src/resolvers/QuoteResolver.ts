import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { hideQuote } from '../commands/hideQuote.js';
import type { Context } from '../context.js';
import { HideQuoteInput, HideQuotePayload } from '../schema/quoteTypes.js';
import { personaView } from './personaView.js';
import { signedIn } from './signedIn.js';

/** What an owner does not want to read, whoever wrote it. */
@Resolver()
export class QuoteResolver {
  @Mutation(() => HideQuotePayload, {
    description:
      'Hides a quote for good: from every version, now and later, with the sentences that cite it, and from the chat. With a reason it is also reported to those who run this. Sent again, it counts once.',
  })
  async hideQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => HideQuoteInput, { description: 'Which quote.' }) input: HideQuoteInput,
  ): Promise<HideQuotePayload> {
    return { persona: await personaView(ctx.em, await hideQuote(ctx, signedIn(ctx), input)) };
  }
}
