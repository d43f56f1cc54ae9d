import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { chooseAlternative } from '../commands/chooseAlternative.js';
import { editMessage } from '../commands/editMessage.js';
import { explainReply } from '../commands/explainReply.js';
import { ownMessage } from '../commands/ownMessage.js';
import { regenerateReply } from '../commands/regenerateReply.js';
import { sendMessage } from '../commands/sendMessage.js';
import { stopReply } from '../commands/stopReply.js';
import type { Context } from '../context.js';
import { followReply } from '../pubsub/followReply.js';
import * as inputs from '../schema/chatInputs.js';
import * as payloads from '../schema/chatPayloads.js';
import { MessageType, ReplyEventType } from '../schema/MessageType.js';
import { messageView } from './messageView.js';
import { openReply } from './openReply.js';
import { signedIn } from './signedIn.js';

const inputDescription = 'What is asked for.';

/** What is said, and how the mirror answers. */
@Resolver(() => MessageType)
export class MessageResolver {
  @Query(() => MessageType, { description: 'A message of the viewer. NOT_FOUND for any other.' })
  async message(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which message.' }) id: string,
  ): Promise<MessageType> {
    return messageView(ctx, await ownMessage(ctx, signedIn(ctx), id));
  }

  @Mutation(() => payloads.SendMessagePayload, {
    description:
      'Says something to the mirror. One reply at a time: RATE_LIMITED while another one is being written.',
  })
  async sendMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.SendMessageInput, { description: inputDescription })
    input: inputs.SendMessageInput,
  ): Promise<payloads.SendMessagePayload> {
    const { message, reply } = await sendMessage(ctx, signedIn(ctx), input);
    return { message: await messageView(ctx, message), reply: await messageView(ctx, reply) };
  }

  @Mutation(() => payloads.EditMessagePayload, {
    description: 'Says an earlier message in other words. The talk forks there; the old line stays.',
  })
  async editMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.EditMessageInput, { description: inputDescription })
    input: inputs.EditMessageInput,
  ): Promise<payloads.EditMessagePayload> {
    const { message, reply } = await editMessage(ctx, signedIn(ctx), input);
    return { message: await messageView(ctx, message), reply: await messageView(ctx, reply) };
  }

  @Mutation(() => payloads.RegenerateReplyPayload, {
    description:
      'Has a question answered again: an alternative beside the reply. What followed the reply leaves the shown talk with it, until chooseAlternative brings both back.',
  })
  async regenerateReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.RegenerateReplyInput, { description: inputDescription })
    input: inputs.RegenerateReplyInput,
  ): Promise<payloads.RegenerateReplyPayload> {
    return { reply: await messageView(ctx, await regenerateReply(ctx, signedIn(ctx), input)) };
  }

  @Mutation(() => payloads.StopReplyPayload, {
    description: 'Stops a reply, from any tab; what was written stays. One that has ended is left as it is.',
  })
  async stopReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.StopReplyInput, { description: inputDescription })
    input: inputs.StopReplyInput,
  ): Promise<payloads.StopReplyPayload> {
    return { message: await messageView(ctx, await stopReply(ctx, signedIn(ctx), input.messageId)) };
  }

  @Mutation(() => payloads.ChooseAlternativePayload, {
    description: 'Shows a message in place of its alternatives, and behind it what followed it.',
  })
  async chooseAlternative(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ChooseAlternativeInput, { description: inputDescription })
    input: inputs.ChooseAlternativeInput,
  ): Promise<payloads.ChooseAlternativePayload> {
    return { message: await messageView(ctx, await chooseAlternative(ctx, signedIn(ctx), input.messageId)) };
  }

  @Mutation(() => payloads.ExplainReplyPayload, {
    description: '“Why do you say that?”: which measured evidence a reply rests on, in words.',
  })
  async explainReply(
    @Ctx() ctx: Context,
    @Arg('input', () => inputs.ExplainReplyInput, { description: inputDescription })
    input: inputs.ExplainReplyInput,
  ): Promise<payloads.ExplainReplyPayload> {
    return { message: await messageView(ctx, await explainReply(ctx, signedIn(ctx), input.messageId)) };
  }

  @Subscription(() => ReplyEventType, {
    description:
      'A reply word by word: what is stored from `after` on, then what is added. In order, without gap or overlap, however often a client comes back; the last event, and only that, has a final status.',
    subscribe: async ({ args, context }) => {
      const ctx = context as Context;
      const { messageId, after } = args as { messageId: string; after?: number | null };
      const { growth, position, read } = await openReply(ctx, signedIn(ctx), messageId, after ?? 0);
      return followReply(growth, position, read, ctx.log);
    },
  })
  replyStreamed(
    @Root() event: ReplyEventType,
    @Arg('messageId', () => ID, { description: 'Which reply.' }) _messageId: string,
    @Arg('after', () => Int, {
      nullable: true,
      defaultValue: 0,
      description:
        'UTF-16 units of the reply that the client has already; BAD_USER_INPUT where there are fewer. A worker that was lost is succeeded within half a minute: meanwhile nothing comes.',
    })
    _after?: number,
  ): ReplyEventType {
    return event;
  }
}
