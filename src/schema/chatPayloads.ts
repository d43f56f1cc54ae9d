import { Field, ObjectType } from 'type-graphql';
import { ConversationType } from './ConversationType.js';
import { MessageType } from './MessageType.js';

@ObjectType()
abstract class TurnPayload {
  @Field(() => MessageType, { description: 'What the owner said.' })
  message!: MessageType;

  @Field(() => MessageType, { description: 'The reply: follow it with replyStreamed.' })
  reply!: MessageType;
}

@ObjectType()
abstract class MessagePayload {
  @Field(() => MessageType, { description: 'The message as it is now.' })
  message!: MessageType;
}

@ObjectType()
abstract class ConversationPayload {
  @Field(() => ConversationType, { description: 'The conversation as it is now.' })
  conversation!: ConversationType;
}

@ObjectType({ description: 'The message is stored and its reply begun.' })
export class SendMessagePayload extends TurnPayload {}

@ObjectType({ description: 'The talk goes on from the new words.' })
export class EditMessagePayload extends TurnPayload {}

@ObjectType({ description: 'Another reply to the same question is begun.' })
export class RegenerateReplyPayload {
  @Field(() => MessageType, { description: 'The alternative: follow it with replyStreamed.' })
  reply!: MessageType;
}

@ObjectType({ description: 'The reply has ended.' })
export class StopReplyPayload extends MessagePayload {}

@ObjectType({ description: 'The message is shown.' })
export class ChooseAlternativePayload extends MessagePayload {}

@ObjectType({ description: 'The reply with its evidence.' })
export class ExplainReplyPayload extends MessagePayload {}

@ObjectType({ description: 'The conversation opens with the chosen greeting.' })
export class ChooseGreetingPayload extends ConversationPayload {}

@ObjectType({ description: 'The fact is remembered.' })
export class PinFactPayload extends ConversationPayload {}

@ObjectType({ description: 'The fact is put right.' })
export class CorrectFactPayload extends ConversationPayload {}

@ObjectType({ description: 'The fact is forgotten.' })
export class ForgetFactPayload extends ConversationPayload {}

@ObjectType({ description: 'The summary is put right or forgotten.' })
export class CorrectSummaryPayload extends ConversationPayload {}
