import type { EntityManager } from '@mikro-orm/postgresql';
import { isUuid } from '../../access/identifiers.js';
import { Message, messageText } from '../../entities/Message.js';
import { personaView } from '../persona/personaView.js';

/** Where the middle size of an illustration is; see ImageSize. */
const MEDIUM = 1;

/**
 * A reply of the owner's mirror, for a picture of it. Only what a model has written and finished: neither a question
 * nor a card with help lines.
 * @returns null for any other message, also another owner's
 */
export async function readShownReply(em: EntityManager, ownerId: string, messageId: string) {
  if (!isUuid(messageId)) return null;
  const message = await em.findOne(
    Message,
    {
      id: messageId,
      role: 'PERSONA',
      kind: 'CHAT',
      status: { $in: ['COMPLETE', 'STOPPED'] },
      conversation: { persona: { owner: ownerId } },
    },
    { populate: ['conversation.persona'] },
  );
  if (message === null) return null;
  const persona = message.conversation.getEntity().persona.getEntity();
  const { archetype, picture, name, locale } = await personaView(em, persona);
  const text = messageText.open(em, message.id, message.text);
  if (archetype === null || text.trim() === '') return null;
  return {
    text,
    locale,
    name,
    archetype,
    portraitHash: picture?.sizes[MEDIUM]?.hash ?? null,
    publicSlug: persona.publication === null ? null : persona.slug,
  };
}
