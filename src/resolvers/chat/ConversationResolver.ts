import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { findOwnPersona } from '../../access/persona.js';
import { requireViewer } from '../../access/viewer.js';
import { chooseGreeting } from '../../commands/chat/chooseGreeting.js';
import { deleteConversation, deleteMessage } from '../../commands/chat/deleteMessages.js';
import { correctFact, correctSummary, forgetFact, pinFact } from '../../commands/chat/memory.js';
import { restartConversation } from '../../commands/chat/restartConversation.js';
import type { Context } from '../../context.js';
import type { Persona } from '../../entities/Persona.js';
import { pageOf } from '../../queryCost.js';
import { ConversationExportType, ConversationType } from '../../schema/chat/ConversationType.js';
import { ExportFormat } from '../../schema/chat/enums.js';
import * as inputs from '../../schema/chat/inputs.js';
import { MessageConnection } from '../../schema/chat/MessageType.js';
import * as payloads from '../../schema/chat/payloads.js';
import { PersonaType } from '../../schema/persona/PersonaType.js';
import { followRow } from '../followRow.js';
import { rejectInLists } from '../guards.js';
import { conversationView } from './conversationView.js';
import { exportConversation } from './exportConversation.js';
import { DEFAULT_PAGE, findMessagePage } from './findMessagePage.js';

/** The conversation with a persona as a whole: its messages, greeting and memory. */
@Resolver(() => PersonaType)
export class ConversationResolver {
  @FieldResolver(() => MessageConnection, {
    complexity: pageOf(2, 50, DEFAULT_PAGE),
    description:
      'Messages of the conversation that are shown, oldest first. Cannot be requested inside a list.',
  })
  async messages(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, {
      nullable: true,
      description:
        'Number of items to return from the start, 1 to 100. Defaults to 50 if `last` is omitted too. Cannot be combined with `last`.',
    })
    first?: number,
    @Arg('after', () => String, { nullable: true, description: 'Return only items after this cursor.' })
    after?: string,
    @Arg('last', () => Int, {
      nullable: true,
      description: 'Number of items to return from the end, 1 to 100.',
    })
    last?: number,
    @Arg('before', () => String, { nullable: true, description: 'Return only items before this cursor.' })
    before?: string,
  ): Promise<MessageConnection> {
    rejectInLists(info);
    const { id } = await findOwnPersona(ctx, requireViewer(ctx), persona.id);
    return findMessagePage(ctx.em, id, { first, after, last, before });
  }

  @FieldResolver(() => ConversationType, {
    complexity: 60,
    description:
      'The conversation with the persona, without its messages. Cannot be requested inside a list.',
  })
  async conversation(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConversationType> {
    rejectInLists(info);
    return conversationView(ctx.em, await findOwnPersona(ctx, requireViewer(ctx), persona.id));
  }

  @FieldResolver(() => ConversationExportType, {
    complexity: 200,
    description: 'The conversation as a file to download. Cannot be requested inside a list.',
  })
  async conversationExport(
    @Ctx() ctx: Context,
    @Root() persona: PersonaType,
    @Info() info: GraphQLResolveInfo,
    @Arg('format', () => ExportFormat, { defaultValue: 'TEXT', description: 'Format of the file.' })
    format: ExportFormat,
  ): Promise<ConversationExportType> {
    rejectInLists(info);
    const viewer = requireViewer(ctx);
    await ctx.limits.take('export', viewer.userId, ctx.address);
    return exportConversation(ctx.em, await findOwnPersona(ctx, viewer, persona.id), format);
  }

  @Mutation(() => payloads.ChooseGreetingPayload, {
    description: 'Chooses the greeting that opens the conversation.',
  })
  async chooseGreeting(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ChooseGreetingInput, { description: 'Parameters for `chooseGreeting`.' })
    input: inputs.ChooseGreetingInput,
  ): Promise<payloads.ChooseGreetingPayload> {
    return conversationPayload(ctx, await chooseGreeting(ctx, requireViewer(ctx), input));
  }

  @Mutation(() => payloads.RestartConversationPayload, {
    description:
      'Starts the conversation anew. Its messages are kept as an alternative of the next first message, and facts stay remembered. Fails with `RATE_LIMITED` while a reply is being written.',
  })
  async restartConversation(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.RestartConversationInput, {
      description: 'Parameters for `restartConversation`.',
    })
    input: inputs.RestartConversationInput,
  ): Promise<payloads.RestartConversationPayload> {
    return conversationPayload(ctx, await restartConversation(ctx, requireViewer(ctx), input));
  }

  @Mutation(() => payloads.DeleteMessagePayload, {
    description:
      'Deletes a message of the owner with its replies, everything that followed it, and the summaries and facts made from any of these.',
  })
  async deleteMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.DeleteMessageInput, { description: 'Parameters for `deleteMessage`.' })
    input: inputs.DeleteMessageInput,
  ): Promise<payloads.DeleteMessagePayload> {
    return conversationPayload(ctx, await deleteMessage(ctx, requireViewer(ctx), input.messageId));
  }

  @Mutation(() => payloads.DeleteConversationPayload, {
    description: 'Deletes every message of a conversation and everything that the persona remembers.',
  })
  async deleteConversation(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.DeleteConversationInput, {
      description: 'Parameters for `deleteConversation`.',
    })
    input: inputs.DeleteConversationInput,
  ): Promise<payloads.DeleteConversationPayload> {
    return conversationPayload(ctx, await deleteConversation(ctx, requireViewer(ctx), input));
  }

  @Mutation(() => payloads.PinFactPayload, {
    description:
      'Adds a fact that the persona remembers permanently, up to 40 per conversation. Adding the same text again has no effect.',
  })
  async pinFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.PinFactInput, { description: 'Parameters for `pinFact`.' })
    input: inputs.PinFactInput,
  ): Promise<payloads.PinFactPayload> {
    return conversationPayload(ctx, await pinFact(ctx, requireViewer(ctx), input));
  }

  @Mutation(() => payloads.CorrectFactPayload, {
    description: 'Replaces the text of a fact. If another fact already has this text, the two become one.',
  })
  async correctFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CorrectFactInput, { description: 'Parameters for `correctFact`.' })
    input: inputs.CorrectFactInput,
  ): Promise<payloads.CorrectFactPayload> {
    return conversationPayload(ctx, await correctFact(ctx, requireViewer(ctx), input));
  }

  @Mutation(() => payloads.ForgetFactPayload, {
    description:
      'Deletes a fact. The summary may still mention it: use `correctSummary` to change or delete the summary.',
  })
  async forgetFact(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ForgetFactInput, { description: 'Parameters for `forgetFact`.' })
    input: inputs.ForgetFactInput,
  ): Promise<payloads.ForgetFactPayload> {
    return conversationPayload(ctx, await forgetFact(ctx, requireViewer(ctx), input.factId));
  }

  @Mutation(() => payloads.CorrectSummaryPayload, {
    description: 'Replaces or deletes the summary of the older part of the conversation.',
  })
  async correctSummary(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.CorrectSummaryInput, { description: 'Parameters for `correctSummary`.' })
    input: inputs.CorrectSummaryInput,
  ): Promise<payloads.CorrectSummaryPayload> {
    return conversationPayload(ctx, await correctSummary(ctx, requireViewer(ctx), input));
  }

  @Subscription(() => ConversationType, {
    description:
      'Sends the current state of a conversation, then its state after every change made on any device. Use `replyStreamed` for the text of a reply. Completes when the persona is deleted.',
    subscribe: ({ args, context }) =>
      followRow(
        context as Context,
        'conversationChanged',
        (args as { personaId: string }).personaId,
        async (ctx, viewer, id) => [await conversationView(ctx.em, await findOwnPersona(ctx, viewer, id))],
      ),
  })
  conversationChanged(
    @Root() conversation: ConversationType,
    @Arg('personaId', () => ID, { description: 'ID of the persona.' }) _personaId: string,
  ): ConversationType {
    return conversation;
  }
}

const conversationPayload = async (
  ctx: Context,
  persona: Persona,
): Promise<{ conversation: ConversationType }> => ({
  conversation: await conversationView(ctx.em.fork(), persona),
});
