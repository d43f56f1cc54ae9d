import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { MessageKind, MessageRole, MessageStatus } from './chatEnums.js';
import { PageInfo } from './PageInfo.js';

@ObjectType('HelpLine', { description: 'Where people in need find people who help.' })
export class HelpLineType {
  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'A number to call or to write to.' })
  contact!: string;

  @Field(() => String, { description: 'When somebody is there.' })
  hours!: string;

  @Field(() => String, { nullable: true, description: 'Its page, where it has one.' })
  url!: string | null;
}

@ObjectType('EvidenceInWords', { description: 'Something that was measured, in words.' })
export class EvidenceInWordsType {
  @Field(() => ID, {
    description: 'EV-E … EV-I for traits, EV-W-… for words, EV-Q… for what several friends wrote.',
  })
  id!: string;

  @Field(() => String, { description: 'Such as "4 of 5 friends …". Never what a single friend wrote.' })
  text!: string;
}

@ObjectType('MessageFailure', { description: 'Why a reply is FAILED.' })
export class MessageFailureType {
  @Field(() => String, { description: 'Why, in words for the owner.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether regenerateReply can help.' })
  retryable!: boolean;
}

@ObjectType('Message', { description: 'One message of a conversation.' })
export class MessageType {
  @Field(() => ID, { description: 'Stable, opaque.' })
  id!: string;

  @Field(() => MessageRole, { description: 'Who said it.' })
  role!: MessageRole;

  @Field(() => MessageKind, { description: 'CHAT, or the help lines.' })
  kind!: MessageKind;

  @Field(() => String, {
    description: 'What is there of it. While STREAMING, replyStreamed(after: its length) goes on from here.',
  })
  text!: string;

  @Field(() => MessageStatus, { description: 'How far it is.' })
  status!: MessageStatus;

  @Field(() => GraphQLISODateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => ID, { nullable: true, description: 'What it follows; null for a first message.' })
  parentId!: string | null;

  @Field(() => [ID], {
    description:
      'All messages under the same parent, itself included, oldest first: swipe between them with chooseAlternative.',
  })
  alternatives!: string[];

  @Field(() => MessageFailureType, { nullable: true, description: 'Set when the status is FAILED.' })
  failure!: MessageFailureType | null;

  @Field(() => [EvidenceInWordsType], {
    nullable: true,
    description: 'What a reply rests on; null until explainReply was asked, empty if on nothing measured.',
  })
  evidence!: EvidenceInWordsType[] | null;

  @Field(() => [HelpLineType], { description: 'The help lines of a HELP_CARD; empty for any other.' })
  helpLines!: HelpLineType[];

  @Field(() => Boolean, { description: 'True if the demo model wrote it. Label it wherever people see it.' })
  demo!: boolean;
}

@ObjectType({ description: 'A message in a list.' })
export class MessageEdge {
  @Field(() => String, { description: 'Opaque position in the list. Later messages do not move it.' })
  cursor!: string;

  @Field(() => MessageType, { description: 'The message.' })
  node!: MessageType;
}

@ObjectType({ description: 'A page of the talk as it is shown, oldest first.' })
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'The messages of this page.' })
  edges!: MessageEdge[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;
}

@ObjectType('ReplyEvent', { description: 'A piece of a reply, on its way.' })
export class ReplyEventType {
  @Field(() => Int, { description: 'UTF-16 units of the reply before `text`.' })
  offset!: number;

  @Field(() => String, { description: 'What follows there. May be empty where only the status is new.' })
  text!: string;

  @Field(() => MessageStatus, { description: 'Exactly one event has a final status: the last.' })
  status!: MessageStatus;
}
