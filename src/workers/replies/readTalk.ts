import type { EntityManager } from '@mikro-orm/postgresql';
import type { MessageKind, MessageRole } from '../../entities/Message.js';

/** As far back as a prompt or a summary may look when nothing was put in short yet. */
const MOST_TURNS = 200;

/** What was said on one path since it was last put in short. */
export interface Talk {
  /** What came before `turns`, in short; null if nothing did. */
  summary: string | null;
  /** Oldest first. */
  turns: { id: string; role: MessageRole; text: string }[];
}

type Row = Talk['turns'][number] & { kind: MessageKind; summary: string | null };

/**
 * The path that ends with a message, by its parents and not by what is shown: the owner may have turned to another one.
 * Words of crisis and the card that answered them are not for a model.
 */
export async function readTalk(em: EntityManager, lastMessageId: string): Promise<Talk> {
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
  const isPutInShort = path.length > 1 && oldest?.summary != null;
  const said = isPutInShort ? path.slice(1) : path;
  const turns = said.filter((row, index) => row.kind === 'CHAT' && said[index + 1]?.kind !== 'HELP_CARD');
  return {
    summary: isPutInShort ? oldest.summary : null,
    turns: turns.map(({ id, role, text }) => ({ id, role, text })),
  };
}
