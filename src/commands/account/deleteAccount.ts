import type { Viewer } from '../../auth/tokens.js';
import type { Context } from '../../context.js';
import { Inbox } from '../../entities/notifications/Inbox.js';
import { Message, unfinishedStatuses } from '../../entities/Message.js';
import { Persona } from '../../entities/Persona.js';
import { Session } from '../../entities/Session.js';
import { Survey } from '../../entities/Survey.js';
import { User } from '../../entities/User.js';
import { announceDeletion } from './announceDeletion.js';

/**
 * Deletes the viewer's account and all their data. Their part in the norms, which are sums over people,
 * remains, because it cannot be identified. Queued jobs find nothing to do. Idempotent.
 */
export async function deleteAccount(ctx: Context, { userId }: Viewer): Promise<void> {
  const owner = userId;
  const gone = await ctx.em.fork().transactional(async (em) => {
    // The account before its personas, like answerAboutMyself. From here on nothing is added to the account.
    await em.execute('select 1 from account where id = ? for update', [owner]);
    const fields = { fields: ['id'] } as const;
    const surveys = await em.find(Survey, { owner }, fields);
    const personas = await em.find(Persona, { owner }, fields);
    const sessions = await em.find(Session, { user: owner }, fields);
    const writing = { conversation: { persona: { owner } }, status: { $in: [...unfinishedStatuses] } };
    const replies = await em.find(Message, writing, fields);
    // Surveys, personas, then the inbox before its notifications, as everywhere.
    await em.execute('select 1 from survey where owner_id = ? order by id for update', [owner]);
    await em.execute('select 1 from persona where owner_id = ? order by id for update', [owner]);
    await em.nativeDelete(Inbox, { user: owner });
    // Surveys before their personas, like submitResponse. A cascade would leave the order to PostgreSQL.
    await em.nativeDelete(Survey, { owner });
    await em.nativeDelete(User, { id: owner });
    return { surveys, personas, sessions, replies };
  });
  announceDeletion(ctx, gone);
  for (const { id } of gone.sessions) ctx.pubsub.publish('sessionRevoked', { id, revision: 1 });
}
