import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import { notFound } from '../../errors.js';
import { foreignKeyToNotFound } from '../../sqlErrors.js';

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs work with the same key one at a time in this process. Work that waits for a row lock holds a
 * connection, so a burst on one conversation would leave no connection for others.
 */
async function runSerially<T>(key: string, work: () => Promise<T>): Promise<T> {
  const previous = queues.get(key);
  // Runs whether or not the previous work succeeded.
  const running = previous === undefined ? work() : previous.then(work, work);
  queues.set(key, running);
  try {
    return await running;
  } finally {
    if (queues.get(key) === running) queues.delete(key);
  }
}

/**
 * Runs a change to the conversation with a persona in its own transaction and publishes it. Creates the
 * conversation if there is none and locks it before any of its messages, which serializes all changes to its
 * tree.
 * @param change gets the conversation's id; an error rolls everything back
 * @throws AppError NOT_FOUND if the persona was deleted in the meantime
 */
export async function changeConversation<T>(
  ctx: Context,
  personaId: string,
  change: (em: EntityManager, conversationId: string) => Promise<T>,
): Promise<T> {
  const changing = runSerially(personaId, () =>
    ctx.em.fork().transactional(async (em) => {
      const row = { id: randomUUID(), persona: personaId };
      await em.createQueryBuilder(Conversation).insert(row).onConflict().ignore().execute();
      // Raising the revision takes the lock.
      const [locked] = await em.execute<{ id: string; revision: number }[]>(
        'update conversation set revision = revision + 1 where persona_id = ? returning id, revision',
        [personaId],
      );
      if (locked === undefined) throw notFound();
      return { result: await change(em, locked.id), revision: locked.revision };
    }),
  );
  const { result, revision } = await changing.catch(foreignKeyToNotFound);
  ctx.pubsub.publish('conversationChanged', { id: personaId, revision });
  return result;
}
