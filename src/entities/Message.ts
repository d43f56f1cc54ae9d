import { defineEntity, p } from '@mikro-orm/core';
import { Conversation } from './Conversation.js';
import { type Sealed, SealedColumn } from './sealed.js';

const messageRoles = ['USER', 'PERSONA'] as const;
export type MessageRole = (typeof messageRoles)[number];
/** HELP_CARD answers a message that sounds like a crisis with help lines. No model writes it. */
const messageKinds = ['CHAT', 'HELP_CARD'] as const;
export type MessageKind = (typeof messageKinds)[number];
const messageStatuses = ['PENDING', 'STREAMING', 'COMPLETE', 'STOPPED', 'FAILED'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** No new reply is started while a reply of the conversation has one of these statuses. */
export const unfinishedStatuses = ['PENDING', 'STREAMING'] as const satisfies MessageStatus[];

/** Whether a reply is waiting for its worker or being written. */
export const isUnfinished = (status: MessageStatus): boolean =>
  unfinishedStatuses.some((unfinished) => unfinished === status);

/** Why a reply is FAILED, worded for the owner. */
export interface ReplyFailure {
  reason: string;
  retryable: boolean;
}

/** Which model wrote a reply, and the tokens and cost of its last call where they are known. */
export interface ReplyProvenance {
  prompt: string;
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
  /** US dollars. Missing in replies stored before the field was added. */
  cost?: number | null;
}

/** Evidence that a reply is based on, worded as it was when the owner asked for it. */
interface ReplyEvidence {
  id: string;
  text: string;
  /** Absent in replies that were explained before these fields were added. */
  spread?: string;
  questions?: string[];
}

export const messageText = new SealedColumn<string>('message', 'text', 'text');
export const messageSummary = new SealedColumn<string>('message', 'summary', 'text');

const MessageSchema = defineEntity({
  name: 'Message',
  properties: {
    id: p.uuid().primary(),
    conversation: () => p.manyToOne(Conversation).ref().deleteRule('cascade'),
    /**
     * Null for the first message of a conversation. Messages with the same parent are alternatives. Not a
     * foreign key: most messages are deleted with their conversation, and each deletion would search for
     * children.
     */
    parentId: p.uuid().strictNullable().index(),
    /** Number of messages before it on its path. */
    depth: p.integer(),
    /** Index among its alternatives, from 0. */
    sibling: p.integer(),
    /** Whether it is on the shown path. A page of it is one index scan, however large the tree is. */
    active: p.boolean(),
    /** The conversation's revision when it was last shown. Restores the most recently shown alternative. */
    leftAt: p.integer().default(0),
    role: p.enum(messageRoles),
    kind: p.enum(messageKinds).default('CHAT'),
    /** The complete text. A reply that is still being written has its text in ReplyChunk. */
    text: p.text().$type<Sealed<string>>().defaultRaw("''"),
    status: p.enum(messageStatuses),
    /** The client's idempotency key for a question or a regenerated reply. */
    clientKey: p.string().strictNullable(),
    /** The message that this one is an edit of. */
    editOf: p.uuid().strictNullable(),
    /**
     * How many workers have started this reply. Serves as the fence: writes have `WHERE attempt = <own> AND
     * status = 'STREAMING'`, so that a worker that was frozen and resumes cannot add text.
     */
    attempt: p.smallint().default(0),
    /** Until this time, by the database's clock, only the worker of this attempt may write the reply. */
    leaseUntil: p.datetime(3).strictNullable(),
    /** The worker of this attempt. When it dies, its lease is over. */
    leaseWorker: p.integer().strictNullable(),
    failure: p.json<ReplyFailure>().strictNullable(),
    provenance: p.json<ReplyProvenance>().strictNullable(),
    /** Written by the built-in stand-in. Labelled wherever it is shown, from the first word on. */
    demo: p.boolean().default(false),
    /** Null until the owner asks for it. */
    evidence: p.json<ReplyEvidence[]>().strictNullable(),
    /** Summary of the path up to and including this message; '' if the owner had it forgotten. */
    summary: p.text().$type<Sealed<string>>().strictNullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [
    { name: 'message_client_key', properties: ['conversation', 'clientKey'] },
    { name: 'message_path', properties: ['conversation', 'depth'], where: 'active' },
    {
      name: 'message_unfinished',
      properties: ['conversation'],
      where: "status in ('PENDING', 'STREAMING')",
    },
  ],
  indexes: [
    { name: 'message_root', properties: ['conversation'], where: 'parent_id is null' },
    {
      name: 'message_summary',
      properties: ['conversation', 'depth'],
      where: 'active and summary is not null',
    },
  ],
});

/** One message of a conversation: written by the owner, or a reply of the persona. */
export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
