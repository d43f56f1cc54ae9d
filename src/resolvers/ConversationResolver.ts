import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { chooseGreeting } from '../commands/chooseGreeting.js';
import { correctFact } from '../commands/correctFact.js';
import { correctSummary } from '../commands/correctSummary.js';
import { forgetFact } from '../commands/forgetFact.js';
import { pinFact } from '../commands/pinFact.js';
import type { Context } from '../context.js';
import type { Persona } from '../entities/Persona.js';
import { follow } from '../pubsub/follow.js';
import * as inputs from '../schema/chatInputs.js';
import * as payloads from '../schema/chatPayloads.js';
import { ConversationExportType, ConversationType } from '../schema/ConversationType.js';
import { ExportFormat } from '../schema/chatEnums.js';
import { MessageConnection } from '../schema/MessageType.js';
import { PersonaType } from '../schema/PersonaType.js';
import { conversationView } from './conversationView.js';
import { exportConversation } from './exportConversation.js';
import { messagePage } from './messagePage.js';
import { onlyOfOne } from './onlyOfOne.js';
import { ownPersona } from '../commands/ownPersona.js';
import { signedIn } from './signedIn.js';
import { untilGone } from './untilGone.js';

const inputDescription = 'What is to change.';

/** The talk with the mirror as a whole: its history, and what is remembered of it. */
@Resolver(() => PersonaType)
export class ConversationResolver {
  @FieldResolver(() => MessageConnection, { description: 'The talk as it is shown, oldest first.' })
  async messages(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, {
      nullable: true,
      description: 'So many from `after` on: 1 to 100; 50 if neither is given.',
    })
    first?: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to start behind.' })
    after?: string,
    @Arg('last', () => Int, {
      nullable: true,
      description: 'So many up to `before`, 1 to 100: the newest come first into view.',
    })
    last?: number,
    @Arg('before', () => String, { nullable: true, description: 'The cursor to end before.' })
    before?: string,
  ): Promise<MessageConnection> {
    onlyOfOne(info);
    const { id } = await ownPersona(ctx, signedIn(ctx), persona.id);
    return messagePage(ctx.em, id, { first, after, last, before });
  }

  @FieldResolver(() => ConversationType, { description: 'What the talk holds besides its messages.' })
  async conversation(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConversationType> {
    onlyOfOne(info);
    return conversationView(ctx.em, await ownPersona(ctx, signedIn(ctx), persona.id));
  }

  @FieldResolver(() => ConversationExportType, { description: 'The conversation to take away.' })
  async conversationExport(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('format', () => ExportFormat, { defaultValue: 'TEXT', description: 'For people or for programs.' })
    format: ExportFormat,
  ): Promise<ConversationExportType> {
    onlyOfOne(info);
    const viewer = signedIn(ctx);
    await ctx.limits.take('export', viewer.userId, ctx.address);
    return exportConversation(ctx.em, await ownPersona(ctx, viewer, persona.id), format);
  }

  @Mutation(() => payloads.ChooseGreetingPayload, {
    description: 'Opens the conversation with another greeting.',
  })
  async chooseGreeting(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ChooseGreetingInput, { description: inputDescription })
    input: inputs.ChooseGreetingInput,
  ): Promise<payloads.ChooseGreetingPayload> {
    return changed(ctx, await chooseGreeting(ctx, signedIn(ctx), input));
  }

  @Mutation(() => payloads.PinFactPayload, { description: 'Has the mirror remember something for good.' })
  async pinFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.PinFactInput, { description: inputDescription }) input: inputs.PinFactInput,
  ): Promise<payloads.PinFactPayload> {
    return changed(ctx, await pinFact(ctx, signedIn(ctx), input));
  }

  @Mutation(() => payloads.CorrectFactPayload, { description: 'Puts a remembered fact right.' })
  async correctFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CorrectFactInput, { description: inputDescription })
    input: inputs.CorrectFactInput,
  ): Promise<payloads.CorrectFactPayload> {
    return changed(ctx, await correctFact(ctx, signedIn(ctx), input));
  }

  @Mutation(() => payloads.ForgetFactPayload, {
    description: 'Forgets a remembered fact. The summary may tell of it too: correctSummary forgets that.',
  })
  async forgetFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ForgetFactInput, { description: inputDescription })
    input: inputs.ForgetFactInput,
  ): Promise<payloads.ForgetFactPayload> {
    return changed(ctx, await forgetFact(ctx, signedIn(ctx), input.factId));
  }

  @Mutation(() => payloads.CorrectSummaryPayload, {
    description: 'Puts the summary of the talk right, or forgets it.',
  })
  async correctSummary(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CorrectSummaryInput, { description: inputDescription })
    input: inputs.CorrectSummaryInput,
  ): Promise<payloads.CorrectSummaryPayload> {
    return changed(ctx, await correctSummary(ctx, signedIn(ctx), input));
  }

  @Subscription(() => ConversationType, {
    description:
      'The conversation, live: its state now, then after every change, whichever tab or device made it. The words of a reply come by replyStreamed.',
    subscribe: async ({ args, context }) => {
      const ctx = context as Context;
      const viewer = signedIn(ctx);
      const { id } = await ownPersona(ctx, viewer, (args as { personaId: string }).personaId);
      const feed = ctx.pubsub.subscribe('conversationChanged', id);
      const read = untilGone(async () => [await conversationView(ctx.em, await ownPersona(ctx, viewer, id))]);
      return follow(feed, read, ctx.log);
    },
  })
  conversationChanged(
    @Root() conversation: ConversationType,
    @Arg('personaId', () => ID, { description: 'Whose mirror.' }) _personaId: string,
  ): ConversationType {
    return conversation;
  }
}

const changed = async (ctx: Context, persona: Persona): Promise<{ conversation: ConversationType }> => ({
  conversation: await conversationView(ctx.em.fork(), persona),
});
