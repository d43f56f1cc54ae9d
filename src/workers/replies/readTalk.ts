import type { EntityManager } from '@mikro-orm/postgresql';
import type { MessageKind, MessageRole } from '../../entities/Message.js';

/** Most messages read for a prompt or a summary while there is no earlier summary. */
const MOST_TURNS = 200;

/** The messages on one path since its last summary. */
export interface ConversationPath {
  /** Summary of the messages before `turns`; null if there is none. */
  summary: string | null;
  /** Oldest first. */
  turns: { id: string; role: MessageRole; text: string }[];
}

type Row = ConversationPath['turns'][number] & { kind: MessageKind; summary: string | null };

/**
 * The path that ends with a message. Follows its parents and not the shown path, because the owner may have
 * switched to another one. Omits help cards and the messages they answer, which no model may see.
 */
export async function readConversationPath(
  em: EntityManager,
  lastMessageId: string,
): Promise<ConversationPath> {
  const path = await em.execute<Row[]>(
    `with recursive up as (
       select id, parent_id, role, kind, text, summary, 1 as n from message where id = :last
       union all
       select m.id, m.parent_id, m.role, m.kind, m.text, m.summary, up.n + 1 from up
       join message m on m.id = up.parent_id where (up.summary is null or up.n = 1) and up.n < :most
     ) select id, role, kind, text, summary from up order by n desc`,
    { last: lastMessageId, most: MOST_TURNS },
  );
  const [oldest] = path;
  const hasSummary = path.length > 1 && oldest?.summary != null;
  const messages = hasSummary ? path.slice(1) : path;
  const turns = messages.filter(
    (row, index) => row.kind === 'CHAT' && messages[index + 1]?.kind !== 'HELP_CARD',
  );
  return {
    summary: hasSummary ? oldest.summary : null,
    turns: turns.map(({ id, role, text }) => ({ id, role, text })),
  };
}
