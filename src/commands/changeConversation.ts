import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../context.js';
import { Conversation } from '../entities/Conversation.js';
import { notFound } from '../errors.js';
import { deletedMeanwhile } from './deletedMeanwhile.js';
import { oneAtATime } from './oneAtATime.js';

/**
 * Runs one change of the conversation with a persona in a transaction of its own, and tells its watchers. The conversation
 * is made when there is none, and locked, before any of its messages: all that changes its tree stands in line here.
 * @param change gets the conversation's id; what it throws undoes everything
 * @throws AppError NOT_FOUND if the persona was deleted meanwhile
 */
export async function changeConversation<T>(
  ctx: Context,
  personaId: string,
  change: (em: EntityManager, conversationId: string) => Promise<T>,
): Promise<T> {
  const changing = oneAtATime(personaId, () =>
    ctx.em.fork().transactional(async (em) => {
      const row = { id: randomUUID(), persona: personaId };
      await em.createQueryBuilder(Conversation).insert(row).onConflict().ignore().execute();
      // Raising the revision is what takes the lock.
      const [locked] = await em.execute<{ id: string; revision: number }[]>(
        'update conversation set revision = revision + 1 where persona_id = ? returning id, revision',
        [personaId],
      );
      if (locked === undefined) throw notFound();
      return { result: await change(em, locked.id), revision: locked.revision };
    }),
  );
  const { result, revision } = await changing.catch(deletedMeanwhile);
  ctx.pubsub.publish('conversationChanged', { id: personaId, revision });
  return result;
}
