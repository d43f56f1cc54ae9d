import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireViewer } from '../../access/viewer.js';
import { hideQuote } from '../../commands/persona/hideQuote.js';
import type { Context } from '../../context.js';
import { HideQuoteInput } from '../../schema/persona/inputs.js';
import { HideQuotePayload } from '../../schema/persona/payloads.js';
import { personaView } from './personaView.js';

/** Quotes that an owner wants to hide or report. */
@Resolver()
export class QuoteResolver {
  @Mutation(() => HideQuotePayload, {
    description:
      'Hides a quote permanently from every current and future version, together with the sentences that cite it, and from the conversation. If a reason is given, the quote is also reported to the operators of this server. Repeating the call has no further effect.',
  })
  async hideQuote(
    @Ctx() ctx: Context,
    @Arg('input', () => HideQuoteInput, { description: 'Parameters for `hideQuote`.' }) input: HideQuoteInput,
  ): Promise<HideQuotePayload> {
    return { persona: await personaView(ctx.em, await hideQuote(ctx, requireViewer(ctx), input)) };
  }
}
