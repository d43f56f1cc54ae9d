import { Field, ObjectType } from 'type-graphql';
import { ConversationType } from './ConversationType.js';
import { MessageType } from './MessageType.js';

@ObjectType()
abstract class TurnPayload {
  @Field(() => MessageType, { description: 'The new message.' })
  message!: MessageType;

  @Field(() => MessageType, { description: 'The new reply. Follow it with `replyStreamed`.' })
  reply!: MessageType;
}

@ObjectType()
abstract class MessagePayload {
  @Field(() => MessageType, { description: 'The updated message.' })
  message!: MessageType;
}

@ObjectType()
abstract class ConversationPayload {
  @Field(() => ConversationType, { description: 'The updated conversation.' })
  conversation!: ConversationType;
}

@ObjectType({ description: 'Result of `sendMessage`.' })
export class SendMessagePayload extends TurnPayload {}

@ObjectType({ description: 'Result of `editMessage`.' })
export class EditMessagePayload extends TurnPayload {}

@ObjectType({ description: 'Result of `regenerateReply`.' })
export class RegenerateReplyPayload {
  @Field(() => MessageType, { description: 'The new reply. Follow it with `replyStreamed`.' })
  reply!: MessageType;
}

@ObjectType({ description: 'Result of `stopReply`.' })
export class StopReplyPayload extends MessagePayload {}

@ObjectType({ description: 'Result of `chooseAlternative`.' })
export class ChooseAlternativePayload extends MessagePayload {}

@ObjectType({ description: 'Result of `explainReply`.' })
export class ExplainReplyPayload extends MessagePayload {}

@ObjectType({ description: 'Result of `chooseGreeting`.' })
export class ChooseGreetingPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `deleteMessage`.' })
export class DeleteMessagePayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `deleteConversation`.' })
export class DeleteConversationPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `restartConversation`.' })
export class RestartConversationPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `pinFact`.' })
export class PinFactPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `correctFact`.' })
export class CorrectFactPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `forgetFact`.' })
export class ForgetFactPayload extends ConversationPayload {}

@ObjectType({ description: 'Result of `correctSummary`.' })
export class CorrectSummaryPayload extends ConversationPayload {}
