import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation, unsentMessage } from '../../entities/Conversation.js';
import { readFacts } from '../../entities/Fact.js';
import { Message, messageSummary, unfinishedStatuses } from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import { shownVersion } from '../../entities/redaction.js';
import { voiceOf } from '../../measurement/voices/voices.js';
import type { ConversationType } from '../../schema/chat/ConversationType.js';
import { messageViews } from './messageViews.js';

/** The conversation with a persona, as its owner sees it. Empty if the owner has not started it. */
export async function conversationView(em: EntityManager, persona: Persona): Promise<ConversationType> {
  const conversation = await em.findOne(Conversation, { persona: persona.id }, { refresh: true });
  const chosenGreeting = conversation?.greeting ?? 0;
  const personaText = (await shownVersion(em, persona))?.text ?? null;
  const greetings = personaText === null ? [] : voiceOf(persona, personaText).greetings;
  const greeting = greetings[chosenGreeting] ?? greetings[0] ?? null;
  const base = { id: persona.id, revision: conversation?.revision ?? 0, greeting, chosenGreeting };
  if (conversation === null)
    return { ...base, writing: null, unsent: null, memory: { summary: null, facts: [] } };
  const unfinished = { conversation, status: { $in: [...unfinishedStatuses] } };
  const [writing] = await messageViews(em, await em.find(Message, unfinished, { refresh: true }));
  const summarized = await em.findOne(
    Message,
    { conversation, active: true, summary: { $ne: null } },
    { orderBy: { depth: 'desc' }, refresh: true },
  );
  const { unsent } = conversation;
  const summary = summarized?.summary ?? null;
  return {
    ...base,
    writing: writing ?? null,
    unsent: unsent && unsentMessage.open(em, conversation.id, unsent),
    memory: {
      summary: (summarized && summary && messageSummary.open(em, summarized.id, summary)) || null,
      facts: await readFacts(em, conversation.id),
    },
  };
}
