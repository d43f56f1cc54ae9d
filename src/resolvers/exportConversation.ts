import type { EntityManager } from '@mikro-orm/postgresql';
import { Conversation } from '../entities/Conversation.js';
import { Message } from '../entities/Message.js';
import type { Persona } from '../entities/Persona.js';
import type { ConversationExportType } from '../schema/ConversationType.js';
import type { ExportFormat } from '../schema/enums.js';
import { conversationView } from './conversationView.js';

/** Writes a whole conversation down, however long. TEXT: the talk as it is shown. JSON: the tree, and what is remembered. */
export async function exportConversation(
  em: EntityManager,
  persona: Persona,
  format: ExportFormat,
): Promise<ConversationExportType> {
  const conversation = await em.findOne(Conversation, { persona: persona.id });
  const view = await conversationView(em, persona);
  const messages =
    conversation === null
      ? []
      : await em.find(
          Message,
          { conversation, ...(format === 'TEXT' ? { active: true } : {}) },
          { orderBy: { depth: 'asc', sibling: 'asc' } },
        );
  const name = `re-mirai-${persona.slug}`;
  if (format === 'TEXT') {
    const said = messages.map(({ role, text }) => `${role === 'USER' ? '›' : persona.name}: ${text}`);
    const content = [`${persona.name}: ${view.greeting ?? ''}`, ...said].join('\n\n');
    return { filename: `${name}.txt`, mediaType: 'text/plain', content: `${content}\n` };
  }
  const document = {
    format: 're-mirai-conversation@1',
    persona: { id: persona.id, name: persona.name, greeting: view.greeting },
    memory: view.memory,
    messages: messages.map((message) => ({
      id: message.id,
      parentId: message.parentId,
      isShown: message.active,
      role: message.role,
      kind: message.kind,
      status: message.status,
      createdAt: message.createdAt,
      text: message.text,
    })),
  };
  return {
    filename: `${name}.json`,
    mediaType: 'application/json',
    content: JSON.stringify(document, null, 1),
  };
}
