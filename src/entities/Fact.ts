import { defineEntity, p } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from './Conversation.js';
import { type Sealed, SealedColumn } from './sealed.js';

const factSources = ['OWNER', 'SUMMARY'] as const;
export type FactSource = (typeof factSources)[number];

/** Most facts per conversation, because every prompt contains all of them. */
export const MAX_FACTS = 40;

export const factText = new SealedColumn<string>('fact', 'text', 'text');

const FactSchema = defineEntity({
  name: 'Fact',
  properties: {
    id: p.uuid().primary(),
    conversation: () => p.manyToOne(Conversation).ref().deleteRule('cascade'),
    text: p.text().$type<Sealed<string>>(),
    /** OWNER: pinned or corrected by the owner. SUMMARY: found by a summary. */
    source: p.enum(factSources),
    /** The message whose summary found it, and with which it is deleted. Null for a fact that the owner added. */
    foundIn: p.uuid().strictNullable(),
    createdAt: p.datetime(3).defaultRaw('now()'),
  },
  // Sealed texts always differ. An older version relies on it, so it is dropped in a later release.
  uniques: [{ name: 'fact_once', properties: ['conversation', 'text'] }],
});

/** Something about the owner that the persona remembers in every prompt. */
export class Fact extends FactSchema.class {}
FactSchema.setClass(Fact);

/** The facts of a conversation, freshly read, oldest first. */
export async function readFacts(
  em: EntityManager,
  conversation: string,
): Promise<{ id: string; text: string; source: FactSource }[]> {
  const facts = await em.find(
    Fact,
    { conversation },
    { orderBy: { createdAt: 'asc', id: 'asc' }, refresh: true },
  );
  return facts.map(({ id, text, source }) => ({ id, text: factText.open(em, id, text), source }));
}
