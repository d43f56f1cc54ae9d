import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { edgesOfPage, listOf } from '../../queryCost.js';
import { PageInfo } from '../PageInfo.js';
import { EvidenceInWordsType } from '../persona/EvidenceType.js';
import { MessageKind, MessageRole, MessageStatus } from './enums.js';

@ObjectType('HelpLine', { description: 'A crisis help line.' })
class HelpLineType {
  @Field(() => String, { description: 'Name of the help line.' })
  name!: string;

  @Field(() => String, { description: 'Phone number, text number or address of the help line.' })
  contact!: string;

  @Field(() => String, { description: 'Opening hours.' })
  hours!: string;

  @Field(() => String, { nullable: true, description: 'Website. Null if the help line has none.' })
  url!: string | null;
}

@ObjectType('MessageFailure', { description: 'Why a reply is `FAILED`.' })
class MessageFailureType {
  @Field(() => String, { description: 'Explanation to display to the owner.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether `regenerateReply` can succeed.' })
  retryable!: boolean;
}

@ObjectType('Message', { description: 'A message in a conversation.' })
export class MessageType {
  @Field(() => ID, { description: 'Unique, opaque identifier.' })
  id!: string;

  @Field(() => MessageRole, { description: 'Author of the message.' })
  role!: MessageRole;

  @Field(() => MessageKind, { description: 'Kind of message.' })
  kind!: MessageKind;

  @Field(() => String, {
    description:
      'Text of the message. For a reply that is being written, the text so far: continue with `replyStreamed`, passing the length of this text as `after`.',
  })
  text!: string;

  @Field(() => MessageStatus, { description: 'Status of the message.' })
  status!: MessageStatus;

  @Field(() => GraphQLISODateTime, { description: 'Time at which the message was created.' })
  createdAt!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'ID of the message that this one follows. Null for the first message of a conversation.',
  })
  parentId!: string | null;

  @Field(() => [ID], {
    complexity: listOf(3),
    description:
      'IDs of all messages with the same parent, including this one, oldest first. Switch between them with `chooseAlternative`.',
  })
  alternatives!: string[];

  @Field(() => MessageFailureType, {
    nullable: true,
    description: 'Why the reply failed. Null unless the status is `FAILED`.',
  })
  failure!: MessageFailureType | null;

  @Field(() => [EvidenceInWordsType], {
    nullable: true,
    complexity: listOf(5),
    description:
      'Evidence that the reply is based on. Null until `explainReply` is called. Empty if the reply is not based on anything measured.',
  })
  evidence!: EvidenceInWordsType[] | null;

  @Field(() => [HelpLineType], {
    complexity: listOf(5),
    description: 'Help lines of a `HELP_CARD`. Empty for any other kind.',
  })
  helpLines!: HelpLineType[];

  @Field(() => Boolean, {
    description: 'Whether the demo model wrote the message. If so, label it wherever it is displayed.',
  })
  demo!: boolean;
}

@ObjectType({ description: 'A message in a list.' })
export class MessageEdge {
  @Field(() => String, {
    description: 'Opaque cursor of this item, for use as `after` or `before`. New messages do not change it.',
  })
  cursor!: string;

  @Field(() => MessageType, { description: 'The message.' })
  node!: MessageType;
}

@ObjectType({ description: 'A page of messages, oldest first.' })
export class MessageConnection {
  @Field(() => [MessageEdge], {
    complexity: edgesOfPage,
    description: 'Messages on this page, oldest first.',
  })
  edges!: MessageEdge[];

  @Field(() => PageInfo, { description: 'Position of this page in the list.' })
  pageInfo!: PageInfo;
}

@ObjectType('ReplyEvent', { description: 'A piece of a streamed reply.' })
export class ReplyEventType {
  @Field(() => Int, { description: 'Position of `text` in the reply, in UTF-16 code units.' })
  offset!: number;

  @Field(() => String, { description: 'The next piece of the reply. Empty if only the status changed.' })
  text!: string;

  @Field(() => MessageStatus, { description: 'Status of the reply. Only the last event has a final status.' })
  status!: MessageStatus;
}
