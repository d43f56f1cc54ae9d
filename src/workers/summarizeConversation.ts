import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sanitizeSummary } from '../ai/guard/sanitizeSummary.js';
import { summaryPrompt } from '../ai/prompts/summary.js';
import type { Services } from '../context.js';
import { Conversation } from '../entities/Conversation.js';
import { Fact, factText, MAX_FACTS, readFacts } from '../entities/Fact.js';
import { Message, messageSummary } from '../entities/Message.js';
import type { MessageJob, StepHandler } from '../queue/jobs.js';
import { StepFailed } from '../queue/runJob.js';
import { callModel } from './callModel.js';
import { readConversationPath } from './replies/readReplyMaterial.js';

/**
 * Summarizes a conversation up to and including one reply, on that reply's own path. If it runs twice, the
 * first result stays.
 */
export const summarizeConversation =
  (services: Services): StepHandler<MessageJob> =>
  async ({ messageId }, { signal }) => {
    const em = services.orm.em.fork();
    const message = await em.findOne(Message, { id: messageId, summary: null });
    if (message === null) return;
    const conversation = await em.findOneOrFail(Conversation, message.conversation.id, {
      populate: ['persona'],
    });
    const persona = conversation.persona.getEntity();
    const { summary: earlier, turns } = await readConversationPath(em, messageId);
    const { locale } = persona;
    const budget = services.contextTokens;
    const prompt = summaryPrompt({ locale, name: persona.name, earlier: earlier || null, turns, budget });
    // If the prompt cannot cover all turns at once, this covers the first part and later runs the rest.
    const covered = turns.slice(0, prompt.covered).findLast(({ role }) => role === 'PERSONA');
    const until =
      prompt.covered < turns.length ? ((covered ?? turns[prompt.covered - 1])?.id ?? messageId) : messageId;
    const onUsage = services.budget.chargeTo(persona.owner.id);
    const { summary, facts } = await callModel(
      async () => {
        const { value } = await services.ai.chatModel.writeJson({ ...prompt, signal, onUsage });
        return sanitizeSummary(value);
      },
      { signal },
    );
    const revision = await services.orm.em.fork().transactional(async (tx) => {
      // The conversation is locked before its messages. The reverse order could deadlock.
      const [touched] = await tx.execute<{ revision: number; memory_revision: number }[]>(
        'update conversation set revision = revision + 1 where id = ? returning revision, memory_revision',
        [conversation.id],
      );
      // The owner changed the summary during the model call, so the new one is based on an outdated one.
      if (touched?.memory_revision !== conversation.memoryRevision)
        throw new StepFailed('The summary was changed in the meantime.');
      const rows = await tx.nativeUpdate(
        Message,
        { id: until, summary: null },
        { summary: messageSummary.seal(tx, until, summary) },
      );
      if (rows === 0) return null;
      await storeFacts(tx, conversation.id, { foundIn: until, facts });
      return touched.revision;
    });
    if (revision !== null) services.pubsub.publish('conversationChanged', { id: persona.id, revision });
  };

/** Stores the facts found by the summary while there is room. Never replaces existing facts. */
async function storeFacts(
  em: EntityManager,
  conversation: string,
  { foundIn, facts }: { foundIn: string; facts: string[] },
): Promise<void> {
  const known = new Set((await readFacts(em, conversation)).map(({ text }) => text));
  for (const text of facts) {
    if (known.size >= MAX_FACTS) return;
    if (known.has(text)) continue;
    const id = randomUUID();
    await em.insert(Fact, {
      id,
      conversation,
      text: factText.seal(em, id, text),
      source: 'SUMMARY',
      foundIn,
    });
    known.add(text);
  }
}
