import type { EntityManager } from '@mikro-orm/postgresql';
import { ContinuationDeduplicator } from '../ai/continuationDeduplicator.js';
import { OutputGuard } from '../ai/guard/outputGuard.js';
import { UpstreamError, type Usage } from '../ai/ports.js';
import { CHAT_PROMPT_VERSION, chatPrompt } from '../ai/prompts/chat.js';
import { WellFormedPieces } from '../ai/wellFormedPieces.js';
import type { Services } from '../context.js';
import type { Pubsub } from '../pubsub/pubsub.js';
import { type MessageJob, type StepHandler, summarizeConversation } from '../queue/jobs.js';
import { callPatiently } from './callModel.js';
import { compensateFailedReply } from './replies/compensateFailedReply.js';
import { findSummaryPoint } from './replies/findSummaryPoint.js';
import { takeLease } from './replies/leases.js';
import { type ConversationPath, readReplyMaterial, type ReplyMaterial } from './replies/readReplyMaterial.js';
import type { ReplyJournal } from './replies/replyJournal.js';
import type { ReplyWriter } from './replies/replyWriter.js';

/** Writes a reply, or continues one whose worker died. Runs whether or not a client is subscribed. */
export const replyToMessage =
  (services: Services, journal: ReplyJournal): StepHandler<MessageJob> =>
  async ({ messageId }, { signal }) => {
    const lease = await takeLease(services, messageId, AbortSignal.any([signal, journal.closing]));
    if (lease === null) return;
    const writer = journal.open(lease);
    const unwatch = onReplyStopped(services.pubsub, messageId, () => writer.revoke());
    try {
      const material = await readReplyMaterial(services, messageId);
      const ends = AbortSignal.any([signal, writer.revoked, journal.closing]);
      const usage = await write(services, journal, writer, material, ends);
      const provenance = { ...usage, cost: services.costOf(usage), prompt: CHAT_PROMPT_VERSION };
      // A due summary is sent in the same commit that ends the reply.
      const due = findSummaryPoint(material.turns, services.contextTokens);
      await journal.finish(writer, { status: 'COMPLETE', provenance }, async (em) => {
        if (due !== null && !(await isSummaryQueued(em, material.turns)))
          await services.queue.send(em, summarizeConversation, { messageId: due });
      });
    } catch (error) {
      await compensateFailedReply(services, journal, writer, error);
    } finally {
      unwatch();
      await journal.drop(writer);
    }
  };

/**
 * Streams the model's text through the guard into the journal. Only text that may be shown is stored, so
 * offsets count only that.
 * @throws UpstreamError unless the model completes the reply and the guard accepts it
 */
async function write(
  services: Services,
  journal: ReplyJournal,
  writer: ReplyWriter,
  material: ReplyMaterial,
  signal: AbortSignal,
): Promise<Usage> {
  const { stored } = writer.lease;
  const messages = chatPrompt({ ...material, partial: stored, budget: services.contextTokens });
  const wellFormed = new WellFormedPieces();
  const fresh = new ContinuationDeduplicator(stored);
  const guarded = new OutputGuard(stored);
  let isBlank = stored.trim() === '';
  const show = (text: string): void => {
    isBlank &&= text.trim() === '';
    journal.write(writer, text);
  };
  const request = {
    messages,
    signal,
    mayBeEmpty: stored !== '',
    onUsage: services.budget.chargeTo(material.owner),
    onPiece: (piece: string) => show(guarded.push(fresh.push(wellFormed.push(piece)))),
  };
  // An answer that was cut off is continued by the next attempt, from what is stored.
  const usage = await callPatiently(() => services.ai.chatModel.writeText(request), { signal, mostCut: 1 });
  show(guarded.push(fresh.push(wellFormed.end()) + fresh.end()));
  show(guarded.end());
  // Markup or invisible characters only.
  if (isBlank) throw new UpstreamError('The answer of the model was empty.', 'cut');
  return usage;
}

/** Whether a summary of this conversation is queued already. Otherwise each reply would send another job. */
async function isSummaryQueued(em: EntityManager, turns: ConversationPath['turns']): Promise<boolean> {
  const jobs = await em.execute(
    `select 1 from pgboss.job where name = :name and state in ('created', 'retry', 'active')
       and data ->> 'messageId' in (:ids) limit 1`,
    { name: summarizeConversation.name, ids: turns.map(({ id }) => id) },
  );
  return jobs.length > 0;
}

/**
 * No timeout is needed: if the event is lost, the fence reveals the stop at the next piece or lease renewal.
 */
const NEVER_MS = 2 ** 31 - 1;

/** Calls `onStop` once when any process stops this reply. @returns a function that stops watching */
function onReplyStopped(pubsub: Pubsub, messageId: string, onStop: () => void): () => void {
  const feed = pubsub.subscribe('replyStopped', messageId);
  const watch = async (): Promise<void> => {
    let event = await feed.nextWithin(NEVER_MS);
    // A re-read that is due after a late subscription is no stop.
    while (event === null) event = await feed.nextWithin(NEVER_MS);
    if (event !== undefined) onStop();
  };
  void watch();
  return () => feed.close();
}
