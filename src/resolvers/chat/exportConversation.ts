import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from '../../entities/Conversation.js';
import { isUnfinished, Message, messageText } from '../../entities/Message.js';
import type { Persona } from '../../entities/Persona.js';
import type { ConversationExportType } from '../../schema/chat/ConversationType.js';
import type { ExportFormat } from '../../schema/chat/enums.js';
import { conversationView } from './conversationView.js';
import { helpLinesOfCard } from './messageViews.js';
import { readStoredReply } from './readStoredReply.js';

/** Exports a conversation. TEXT holds the messages that are shown, JSON the whole tree and the memory. */
export async function exportConversation(
  em: EntityManager,
  persona: Persona,
  format: ExportFormat,
): Promise<ConversationExportType> {
  const conversation = await em.findOne(Conversation, { persona: persona.id }, { populate: ['persona'] });
  const view = await conversationView(em, persona);
  const messages =
    conversation === null
      ? []
      : await em.find(
          Message,
          { conversation, ...(format === 'TEXT' ? { active: true } : {}) },
          { orderBy: { depth: 'asc', sibling: 'asc' } },
        );
  const texts = new Map<string, string>();
  for (const message of messages) texts.set(message.id, await exportedText(em, message));
  const name = `re-mirai-${persona.slug}`;
  if (format === 'TEXT') {
    const mirror = `The mirror of ${persona.name}`;
    const lines = messages.map(
      ({ id, role, demo }) =>
        `${role === 'USER' ? persona.name : `${mirror}${demo ? ' (demo model)' : ''}`}: ${texts.get(id)}`,
    );
    const content = [`${mirror}: ${view.greeting ?? ''}`, ...lines].join('\n\n');
    return { filename: `${name}.txt`, mediaType: 'text/plain', content: `${content}\n` };
  }
  const document = {
    format: 're-mirai-conversation@1',
    persona: { id: persona.id, name: persona.name, greeting: view.greeting },
    memory: view.memory,
    unsent: view.unsent,
    messages: messages.map((message) => ({
      id: message.id,
      parentId: message.parentId,
      isShown: message.active,
      role: message.role,
      kind: message.kind,
      status: message.status,
      failure: message.failure,
      evidence: message.evidence,
      demo: message.demo,
      createdAt: message.createdAt,
      text: texts.get(message.id),
    })),
  };
  return {
    filename: `${name}.json`,
    mediaType: 'application/json',
    content: JSON.stringify(document, null, 1),
  };
}

/** The text to export: what is stored so far of a reply being written, and a help card with its lines. */
async function exportedText(
  em: EntityManager,
  { id, status, kind, text: stored, conversation }: Message,
): Promise<string> {
  if (isUnfinished(status)) return (await readStoredReply(em, id, 0))?.text ?? '';
  const text = messageText.open(em, id, stored);
  if (kind === 'CHAT') return text;
  const { locale } = conversation.getEntity().persona.getEntity();
  const lines = helpLinesOfCard(text, locale).map(
    ({ name, contact, hours }) => `${name}: ${contact} (${hours})`,
  );
  return [text, ...lines].join('\n');
}
