import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from '../../entities/Conversation.js';
import { isUnfinished, Message, messageSummary, messageText } from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import type { ConversationExportType } from '../../schema/chat/ConversationType.js';
import type { ExportFormat } from '../../schema/chat/enums.js';
import { conversationView } from './conversationView.js';
import { helpLinesOfCard } from './messageViews.js';
import { readStoredReply } from './readStoredReply.js';

/** Messages per statement: few, so that an export of thousands needs little memory. */
const AT_ONCE = 200;

/** Exports a conversation. TEXT holds the messages that are shown, JSON the whole tree and the memory. */
export async function exportConversation(
  em: EntityManager,
  persona: Persona,
  format: ExportFormat,
): Promise<ConversationExportType> {
  const name = `re-mirai-${persona.slug}`;
  let content = '';
  if (format === 'JSON') {
    for await (const piece of exportedConversation(em, persona)) content += piece;
    return { filename: `${name}.json`, mediaType: 'application/json', content };
  }
  const mirror = `The mirror of ${persona.name}`;
  content = `${mirror}: ${(await conversationView(em, persona)).greeting ?? ''}\n`;
  for await (const { role, demo, text } of messagesOf(em, persona, { onlyShown: true })) {
    const speaker = role === 'USER' ? persona.name : `${mirror}${demo ? ' (demo model)' : ''}`;
    content += `\n${speaker}: ${text}\n`;
  }
  return { filename: `${name}.txt`, mediaType: 'text/plain', content };
}

/** A conversation as JSON: the whole tree and the memory. In pieces, read one after the other. */
export async function* exportedConversation(em: EntityManager, persona: Persona): AsyncGenerator<string> {
  const view = await conversationView(em, persona);
  const head = {
    format: 're-mirai-conversation@1',
    persona: { id: persona.id, name: persona.name, greeting: view.greeting },
    memory: view.memory,
    unsent: view.unsent,
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -'\n}'.length)},\n "messages": [`;
  let separator = '\n';
  for await (const message of messagesOf(em, persona)) {
    yield `${separator}${JSON.stringify(message, null, 1)}`;
    separator = ',\n';
  }
  yield '\n]\n}\n';
}

/** The messages of a conversation with their texts, by depth. Reads a few at a time. */
async function* messagesOf(em: EntityManager, persona: Persona, { onlyShown = false } = {}) {
  const conversation = await em.findOne(Conversation, { persona: persona.id });
  if (conversation === null) return;
  for (let last: Message | undefined; ;) {
    const { depth, sibling, id }: Pick<Message, 'depth' | 'sibling' | 'id'> = last ?? {
      depth: -1,
      sibling: 0,
      id: '',
    };
    const after = {
      $or: [
        { depth: { $gt: depth } },
        ...(last === undefined
          ? []
          : [
              { depth, sibling: { $gt: sibling } },
              { depth, sibling, id: { $gt: id } },
            ]),
      ],
    };
    const page: Message[] = await em.find(
      Message,
      { conversation, ...(onlyShown ? { active: true } : {}), ...after },
      { orderBy: { depth: 'asc', sibling: 'asc', id: 'asc' }, limit: AT_ONCE },
    );
    for (const message of page)
      yield {
        id: message.id,
        parentId: message.parentId,
        editOf: message.editOf,
        isShown: message.active,
        role: message.role,
        kind: message.kind,
        status: message.status,
        failure: message.failure,
        evidence: message.evidence,
        demo: message.demo,
        createdAt: message.createdAt,
        text: await exportedText(em, message, persona),
        summary: message.summary && messageSummary.open(em, message.id, message.summary),
      };
    last = page.at(-1);
    // Otherwise the EntityManager would keep every message that it has read.
    for (const message of page) em.getUnitOfWork().unsetIdentity(message);
    if (last === undefined || page.length < AT_ONCE) return;
  }
}

/** The text to export: what is stored so far of a reply being written, and a help card with its lines. */
async function exportedText(
  em: EntityManager,
  { id, status, kind, text: stored }: Message,
  { locale }: Persona,
): Promise<string> {
  if (isUnfinished(status)) return (await readStoredReply(em, id, 0))?.text ?? '';
  const text = messageText.open(em, id, stored);
  if (kind === 'CHAT') return text;
  const lines = helpLinesOfCard(text, locale).map(
    ({ name, contact, hours }) => `${name}: ${contact} (${hours})`,
  );
  return [text, ...lines].join('\n');
}
