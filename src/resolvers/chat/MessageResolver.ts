import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { findOwnMessage } from '../../access/chat.js';
import { requireViewer } from '../../access/viewer.js';
import { chooseAlternative } from '../../commands/chat/chooseAlternative.js';
import { editMessage } from '../../commands/chat/editMessage.js';
import { explainReply } from '../../commands/chat/explainReply.js';
import { regenerateReply } from '../../commands/chat/regenerateReply.js';
import { sendMessage } from '../../commands/chat/sendMessage.js';
import { stopReply } from '../../commands/chat/stopReply.js';
import type { Context } from '../../context.js';
import { followReply } from '../../pubsub/followReply.js';
import * as inputs from '../../schema/chat/inputs.js';
import { MessageType, ReplyEventType } from '../../schema/chat/MessageType.js';
import * as payloads from '../../schema/chat/payloads.js';
import { messageView } from './messageViews.js';
import { openReplyStream } from './openReplyStream.js';

/** The messages of a conversation and the replies of the persona. */
@Resolver(() => MessageType)
export class MessageResolver {
  @Query(() => MessageType, {
    complexity: 40,
    description:
      "A message in one of the viewer's conversations, by ID. Fails with `NOT_FOUND` for any other.",
  })
  async message(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'ID of the message.' }) id: string,
  ): Promise<MessageType> {
    return messageView(ctx, await findOwnMessage(ctx, requireViewer(ctx), id));
  }

  @Mutation(() => payloads.SendMessagePayload, {
    description:
      'Sends a message to the persona and starts a reply. Fails with `RATE_LIMITED` while another reply is being written.',
  })
  async sendMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.SendMessageInput, { description: 'Parameters for `sendMessage`.' })
    input: inputs.SendMessageInput,
  ): Promise<payloads.SendMessagePayload> {
    const { message, reply } = await sendMessage(ctx, requireViewer(ctx), input);
    return { message: await messageView(ctx, message), reply: await messageView(ctx, reply) };
  }

  @Mutation(() => payloads.EditMessagePayload, {
    description:
      'Replaces an earlier message of the owner and starts a new reply. The original message and everything after it are kept as an alternative.',
  })
  async editMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.EditMessageInput, { description: 'Parameters for `editMessage`.' })
    input: inputs.EditMessageInput,
  ): Promise<payloads.EditMessagePayload> {
    const { message, reply } = await editMessage(ctx, requireViewer(ctx), input);
    return { message: await messageView(ctx, message), reply: await messageView(ctx, reply) };
  }

  @Mutation(() => payloads.RegenerateReplyPayload, {
    description:
      'Starts another reply to the same message, as an alternative to the existing one. The existing reply and everything after it are hidden until `chooseAlternative` shows them again.',
  })
  async regenerateReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.RegenerateReplyInput, { description: 'Parameters for `regenerateReply`.' })
    input: inputs.RegenerateReplyInput,
  ): Promise<payloads.RegenerateReplyPayload> {
    return { reply: await messageView(ctx, await regenerateReply(ctx, requireViewer(ctx), input)) };
  }

  @Mutation(() => payloads.StopReplyPayload, {
    description:
      'Stops a reply that is being written, from any device. The text written so far is kept. Has no effect on a reply that has ended.',
  })
  async stopReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.StopReplyInput, { description: 'Parameters for `stopReply`.' })
    input: inputs.StopReplyInput,
  ): Promise<payloads.StopReplyPayload> {
    return { message: await messageView(ctx, await stopReply(ctx, requireViewer(ctx), input.messageId)) };
  }

  @Mutation(() => payloads.ChooseAlternativePayload, {
    description: 'Shows a message instead of its alternatives, together with the messages that followed it.',
  })
  async chooseAlternative(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ChooseAlternativeInput, { description: 'Parameters for `chooseAlternative`.' })
    input: inputs.ChooseAlternativeInput,
  ): Promise<payloads.ChooseAlternativePayload> {
    return {
      message: await messageView(ctx, await chooseAlternative(ctx, requireViewer(ctx), input.messageId)),
    };
  }

  @Mutation(() => payloads.ExplainReplyPayload, {
    description:
      'Explains which measured evidence a reply is based on. Repeating the call returns the same explanation.',
  })
  async explainReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ExplainReplyInput, { description: 'Parameters for `explainReply`.' })
    input: inputs.ExplainReplyInput,
  ): Promise<payloads.ExplainReplyPayload> {
    return { message: await messageView(ctx, await explainReply(ctx, requireViewer(ctx), input.messageId)) };
  }

  @Subscription(() => ReplyEventType, {
    description:
      'Streams a reply: first the stored text from `after` on, then new text as it is written. Events arrive in order, without gaps or overlaps, however often a client reconnects. Only the last event has a final status. If the worker that writes the reply is lost, another takes over within half a minute, and no events arrive until then.',
    subscribe: async ({ args, context }) => {
      const ctx = context as Context;
      const { messageId, after } = args as { messageId: string; after?: number | null };
      const { growth, position, read } = await openReplyStream(
        ctx,
        requireViewer(ctx),
        messageId,
        after ?? 0,
      );
      return followReply(growth, position, read, ctx.log);
    },
  })
  replyStreamed(
    @Root() event: ReplyEventType,
    @Arg('messageId', () => ID, { description: 'ID of the reply.' }) _messageId: string,
    @Arg('after', () => Int, {
      nullable: true,
      defaultValue: 0,
      description:
        'Number of UTF-16 code units of the reply that the client already has. Fails with `BAD_USER_INPUT` if the reply is shorter.',
    })
    _after?: number,
  ): ReplyEventType {
    return event;
  }
}
