import { defineEntity, p } from '@mikro-orm/core';
import { Conversation } from './Conversation.js';

export const messageRoles = ['USER', 'PERSONA'] as const;
export type MessageRole = (typeof messageRoles)[number];
/** HELP_CARD answers words of crisis: help lines, written by people, never by a model. */
export const messageKinds = ['CHAT', 'HELP_CARD'] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageStatuses = ['PENDING', 'STREAMING', 'COMPLETE', 'STOPPED', 'FAILED'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** While one of a conversation's replies is in one of these, no other is begun. */
export const unfinishedStatuses = ['PENDING', 'STREAMING'] as const satisfies MessageStatus[];

/** Why a reply is FAILED, in words for its owner. */
export interface ReplyFailure {
  reason: string;
  retryable: boolean;
}

/** Which model wrote a reply, and what its last call cost where the provider says. */
export interface ReplyProvenance {
  prompt: string;
  model: string;
  inputTokens: number | null;
  outputTokens: number | null;
}

/** What a reply rests on, in the words of the time when somebody asked. */
export interface ReplyEvidence {
  id: string;
  text: string;
}

const MessageSchema = defineEntity({
  name: 'Message',
  properties: {
    id: p.uuid().primary(),
    conversation: () => p.manyToOne(Conversation).ref().deleteRule('cascade'),
    /**
     * Null for the first of a conversation. Several under one parent are alternatives. No foreign key: messages go with
     * their conversation only, and each deletion would look for children.
     */
    parentId: p.uuid().strictNullable().index(),
    /** How many messages stand before it on its path. */
    depth: p.integer(),
    /** Its place among its alternatives, from 0. */
    sibling: p.integer(),
    /** Whether it is on the path that is shown. A page of the path is then one index scan, however large the tree is. */
    active: p.boolean(),
    /** The conversation's revision when it was last shown: of hidden alternatives, the one left last comes back. */
    leftAt: p.integer().default(0),
    role: p.enum(messageRoles),
    kind: p.enum(messageKinds).default('CHAT'),
    /** Whole. A reply that is being written has its text in ReplyChunk. */
    text: p.text().default(''),
    status: p.enum(messageStatuses),
    /** The client's, on what it asked for: a question, or a regenerated reply. */
    clientKey: p.string().strictNullable(),
    /** The message that this one says in other words. */
    editOf: p.uuid().strictNullable(),
    /**
     * How often a worker began to write this reply: its fence. Whoever writes does so `WHERE attempt = <its own> AND
     * status = 'STREAMING'`, so that a worker frozen and thawed adds no word.
     */
    attempt: p.smallint().default(0),
    /** Until then the worker of this attempt is alone with the reply; database time. */
    leaseUntil: p.datetime(3).strictNullable(),
    failure: p.json<ReplyFailure>().strictNullable(),
    provenance: p.json<ReplyProvenance>().strictNullable(),
    /** Written by the built-in stand-in: labelled wherever people see it, from the first word on. */
    demo: p.boolean().default(false),
    /** Null until somebody asked. */
    evidence: p.json<ReplyEvidence[]>().strictNullable(),
    /** All that was said up to and with this message, in short; '' where the owner had it forgotten. */
    summary: p.text().strictNullable(),
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

/** One message of a conversation: what the owner wrote, or a reply of the mirror. */
export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
