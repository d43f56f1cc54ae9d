import { Field, ID, Int, ObjectType } from 'type-graphql';
import { listOf } from '../../queryCost.js';
import { FactSource } from './enums.js';
import { MessageType } from './MessageType.js';

@ObjectType('Fact', { description: 'A fact about the owner that the persona considers in every reply.' })
class FactType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => String, { description: 'Text of the fact.' })
  text!: string;

  @Field(() => FactSource, { description: 'How the fact was added.' })
  source!: FactSource;
}

@ObjectType('Memory', { description: 'What the persona remembers besides the most recent messages.' })
class MemoryType {
  @Field(() => String, {
    nullable: true,
    description:
      'Summary of the older part of the conversation. Null while every message is still remembered word for word, and after the owner deletes the summary.',
  })
  summary!: string | null;

  @Field(() => [FactType], { complexity: listOf(40), description: 'Facts, oldest first. At most 40.' })
  facts!: FactType[];
}

@ObjectType('UnsentMessage', {
  description: 'A message that was not sent because it could not be moderated.',
})
class UnsentMessageType {
  @Field(() => String, { description: 'Text of the message.' })
  text!: string;

  @Field(() => ID, {
    description:
      'Idempotency key of the failed request. Send the message again with this key, so that it is stored only once.',
  })
  clientKey!: string;
}

@ObjectType('Conversation', { description: 'The conversation of an owner with their persona.' })
export class ConversationType {
  @Field(() => ID, { description: 'ID of the persona. Each persona has exactly one conversation.' })
  id!: string;

  @Field(() => Int, {
    description:
      'Increases with every change. Discard an event whose revision is lower than the one you already have.',
  })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Greeting that opens the conversation. Null until the text of the persona is written.',
  })
  greeting!: string | null;

  @Field(() => Int, {
    description:
      "Index of the greeting: 0 is the persona's own greeting, 1 and up are its `alternateGreetings` in order.",
  })
  chosenGreeting!: number;

  @Field(() => MessageType, {
    nullable: true,
    description:
      'The reply that is being written. No other reply can start until it ends. Null if none is being written.',
  })
  writing!: MessageType | null;

  @Field(() => UnsentMessageType, {
    nullable: true,
    description:
      'Message that is waiting to be sent again. Sending any message clears it. Null if there is none.',
  })
  unsent!: UnsentMessageType | null;

  @Field(() => MemoryType, {
    description: 'What the persona remembers. The owner can correct and delete all of it.',
  })
  memory!: MemoryType;
}

@ObjectType('ConversationExport', { description: 'A conversation exported to a file.' })
export class ConversationExportType {
  @Field(() => String, { description: 'Suggested name of the file.' })
  filename!: string;

  @Field(() => String, {
    description: 'Media type of the file: `text/plain` or `application/json`, in UTF-8.',
  })
  mediaType!: string;

  @Field(() => String, { description: 'Content of the file.' })
  content!: string;
}
