import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './Persona.js';

/** A message that could not be sent because nobody could check it: kept so that it can be sent again, from any device. */
export interface UnsentMessage {
  text: string;
  clientKey: string;
}

const ConversationSchema = defineEntity({
  name: 'Conversation',
  properties: {
    id: p.uuid().primary(),
    persona: () => p.oneToOne(Persona).ref().owner().deleteRule('cascade'),
    /** Rises with every change of what the conversation holds; a reply that grows is no such change. */
    revision: p.integer().default(0),
    /** Which greeting it opens with: 0 is the persona's own, 1 and up its alternates. */
    greeting: p.smallint().default(0),
    /** The revision in which the owner last corrected or deleted a summary: one begun before must not be stored. */
    memoryRevision: p.integer().default(0),
    unsent: p.json<UnsentMessage>().strictNullable(),
  },
});

/** The talk of an owner with the mirror: a tree of messages, of which one path is shown. */
export class Conversation extends ConversationSchema.class {}
ConversationSchema.setClass(Conversation);
