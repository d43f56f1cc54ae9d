import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FactSource } from './chatEnums.js';
import { MessageType } from './MessageType.js';

@ObjectType('Fact', { description: 'Something about the owner that the mirror remembers in every reply.' })
export class FactType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => String, { description: 'What is remembered.' })
  text!: string;

  @Field(() => FactSource, { description: 'How the mirror came to remember it.' })
  source!: FactSource;
}

@ObjectType('Memory', { description: 'Everything the mirror remembers beyond the last turns.' })
export class MemoryType {
  @Field(() => String, {
    nullable: true,
    description: 'The older part of the talk in short; null while all of it is remembered word for word.',
  })
  summary!: string | null;

  @Field(() => [FactType], { description: 'Facts, oldest first.' })
  facts!: FactType[];
}

@ObjectType('UnsentMessage', { description: 'A message that could not be checked, kept to be sent again.' })
export class UnsentMessageType {
  @Field(() => String, { description: 'What was to be said.' })
  text!: string;

  @Field(() => ID, {
    description: 'Send it with this key: should it have arrived after all, it counts once.',
  })
  clientKey!: string;
}

@ObjectType('Conversation', { description: 'The talk of an owner with the mirror.' })
export class ConversationType {
  @Field(() => ID, { description: "The persona's: each has one conversation." })
  id!: string;

  @Field(() => Int, {
    description: 'Rises with every change. A live view drops what is older than what it has.',
  })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What it opens with; null until the persona is READY.',
  })
  greeting!: string | null;

  @Field(() => Int, {
    description: 'Which greeting that is: 0 is the persona’s own, 1 and up its alternates.',
  })
  chosenGreeting!: number;

  @Field(() => MessageType, {
    nullable: true,
    description: 'The reply that is being written. Until it has ended no other is begun.',
  })
  writing!: MessageType | null;

  @Field(() => UnsentMessageType, { nullable: true, description: 'Gone with the next message that is sent.' })
  unsent!: UnsentMessageType | null;

  @Field(() => MemoryType, {
    description: 'What the mirror remembers; all of it can be corrected and deleted.',
  })
  memory!: MemoryType;
}

@ObjectType('ConversationExport', { description: 'A conversation to take away.' })
export class ConversationExportType {
  @Field(() => String, { description: 'A name for the file.' })
  filename!: string;

  @Field(() => String, { description: 'text/plain or application/json, in UTF-8.' })
  mediaType!: string;

  @Field(() => String, { description: 'The file.' })
  content!: string;
}
