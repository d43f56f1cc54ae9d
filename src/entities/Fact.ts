import { defineEntity, p } from '@mikro-orm/core';
import { Conversation } from './Conversation.js';

const factSources = ['OWNER', 'SUMMARY'] as const;
export type FactSource = (typeof factSources)[number];

/** Most facts per conversation, because every prompt contains all of them. */
export const MAX_FACTS = 40;

const FactSchema = defineEntity({
  name: 'Fact',
  properties: {
    id: p.uuid().primary(),
    conversation: () => p.manyToOne(Conversation).ref().deleteRule('cascade'),
    text: p.string().length(300),
    /** OWNER: pinned or corrected by the owner. SUMMARY: found by a summary. */
    source: p.enum(factSources),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  uniques: [{ name: 'fact_once', properties: ['conversation', 'text'] }],
});

/** Something about the owner that the persona remembers in every prompt. */
export class Fact extends FactSchema.class {}
FactSchema.setClass(Fact);
