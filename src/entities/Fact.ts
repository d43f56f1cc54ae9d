import { defineEntity, p } from '@mikro-orm/core';
import { Conversation } from './Conversation.js';

export const factSources = ['OWNER', 'SUMMARY'] as const;
export type FactSource = (typeof factSources)[number];

/** As many as a conversation remembers: all of them stand in every prompt. */
export const MOST_FACTS = 40;

const FactSchema = defineEntity({
  name: 'Fact',
  properties: {
    id: p.uuid().primary(),
    conversation: () => p.manyToOne(Conversation).ref().deleteRule('cascade'),
    text: p.string().length(300),
    /** Pinned or corrected by the owner, or found by the summary. */
    source: p.enum(factSources),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'fact_once', properties: ['conversation', 'text'] }],
});

/** Something about the owner that the mirror is to remember in every prompt. */
export class Fact extends FactSchema.class {}
FactSchema.setClass(Fact);
