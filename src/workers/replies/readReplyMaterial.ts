import type { EntityManager } from '@mikro-orm/postgresql';
import type { ChatMaterial } from '../../ai/prompts/chat.js';
import type { Services } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import { readFacts } from '../../entities/Fact.js';
import {
  Message,
  type MessageKind,
  type MessageRole,
  messageSummary,
  messageText,
} from '../../entities/Message.js';
import { shownVersion } from '../../entities/redaction.js';
import type { Sealed } from '../../entities/sealed.js';
import { voiceOf } from '../../measurement/voices/voices.js';
import { StepFailed } from '../../queue/runJob.js';

/** Most messages read for a prompt or a summary while there is no earlier summary. */
const MOST_TURNS = 200;

/** The messages on one path since its last summary. */
export interface ConversationPath {
  /** Summary of the messages before `turns`; null if there is none. */
  summary: string | null;
  /** Oldest first. */
  turns: { id: string; role: MessageRole; text: string }[];
}

interface Row {
  id: string;
  role: MessageRole;
  kind: MessageKind;
  text: Sealed<string>;
  summary: Sealed<string> | null;
}

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
  // An empty summary was forgotten. It hides what came before all the same.
  const summary =
    path.length > 1 && oldest !== undefined && oldest.summary !== null
      ? messageSummary.open(em, oldest.id, oldest.summary)
      : null;
  const messages = summary === null ? path : path.slice(1);
  const turns = messages.filter(
    (row, index) => row.kind === 'CHAT' && messages[index + 1]?.kind !== 'HELP_CARD',
  );
  return {
    summary,
    turns: turns.map(({ id, role, text }) => ({ id, role, text: messageText.open(em, id, text) })),
  };
}

/** The input for a reply's prompt, except the budget and the partial reply. */
export type ReplyMaterial = Omit<ChatMaterial, 'partial' | 'budget' | 'turns'> & {
  turns: ConversationPath['turns'];
  /** The id of the account that pays for the reply. */
  owner: string;
};

/** @throws StepFailed if the persona was withdrawn in the meantime */
export async function readReplyMaterial(services: Services, replyId: string): Promise<ReplyMaterial> {
  const em = services.orm.em.fork();
  const reply = await em.findOneOrFail(Message, replyId);
  const conversation = await em.findOneOrFail(Conversation, reply.conversation.id, { populate: ['persona'] });
  const persona = conversation.persona.getEntity();
  const version = await shownVersion(em, persona);
  if (version?.evidence == null || version.text === null || reply.parentId === null)
    throw new StepFailed('The persona is being made again.', { hopeless: true });
  const { evidence, text } = version;
  const { greetings, voice } = voiceOf(persona, text);
  const facts = await readFacts(em, conversation.id);
  const { summary, turns } = await readConversationPath(em, reply.parentId);
  return {
    evidence,
    text: { ...text, voice },
    greeting: greetings[conversation.greeting] ?? greetings[0] ?? text.greeting,
    facts: facts.map((fact) => fact.text),
    summary: summary === '' ? null : summary,
    answer: reply.sibling + 1,
    owner: persona.owner.id,
    turns,
  };
}
