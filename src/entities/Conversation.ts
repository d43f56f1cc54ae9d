import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './Persona.js';
import { type Sealed, SealedColumn } from './sealed.js';

/** A message that was not sent because moderation was unavailable. It can be sent again from any device. */
export interface UnsentMessage {
  text: string;
  clientKey: string;
}

export const unsentMessage = new SealedColumn<UnsentMessage>('conversation', 'unsent', 'jsonb');

const ConversationSchema = defineEntity({
  name: 'Conversation',
  properties: {
    id: p.uuid().primary(),
    persona: () => p.oneToOne(Persona).ref().owner().deleteRule('cascade'),
    /** Rises with every change to the conversation, but not while a reply grows. */
    revision: p.integer().default(0),
    /** The greeting it opens with. 0 is the persona's own, 1 and up are its alternates. */
    greeting: p.smallint().default(0),
    /** The revision at which the owner last changed a summary. A summary begun earlier must not be stored. */
    memoryRevision: p.integer().default(0),
    unsent: p.json<Sealed<UnsentMessage>>().strictNullable(),
  },
});

/** An owner's chat with their persona: a tree of messages of which one path is shown. */
export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation);
