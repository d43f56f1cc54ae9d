import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import { isUnfinished, Message, messageText } from '../../entities/Message.js';
import { type Locale, locales } from '../../locale.js';
import { crisisCard, type HelpLine } from '../../safety/crisisCard.js';
import type { MessageType } from '../../schema/chat/MessageType.js';
import { readStoredReply } from './readStoredReply.js';

/** One message, as its owner sees it. */
export async function messageView(ctx: Context, message: Message): Promise<MessageType> {
  const [view] = await messageViews(ctx.em.fork(), [message]);
  if (view === undefined) throw new Error('A message must have one view.');
  return view;
}

/** Messages of one conversation, as their owner sees them, with a fixed number of queries. */
export async function messageViews(em: EntityManager, messages: Message[]): Promise<MessageType[]> {
  const [first] = messages;
  if (first === undefined) return [];
  const conversation = await em.findOneOrFail(Conversation, first.conversation.id, {
    populate: ['persona'],
  });
  const siblings = await siblingsOf(em, conversation.id, messages);
  const partial = await partialTexts(em, messages);
  const { locale } = conversation.persona.getEntity();
  const views = messages.map((message) => ({
    message,
    text: messageText.open(em, message.id, message.text),
  }));
  return views.map(({ message, text }) => ({
    id: message.id,
    role: message.role,
    kind: message.kind,
    text: partial.get(message.id) ?? text,
    status: message.status,
    createdAt: message.createdAt,
    parentId: message.parentId,
    alternatives: siblings.get(message.parentId) ?? [message.id],
    failure: message.failure,
    evidence:
      message.evidence?.map(({ id, text, spread = null, questions = [] }) => ({
        id,
        text,
        spread,
        questions,
      })) ?? null,
    helpLines: message.kind === 'HELP_CARD' ? helpLinesOfCard(text, locale) : [],
    demo: message.demo,
  }));
}

/** The ids of the messages under each parent, oldest first. */
async function siblingsOf(
  em: EntityManager,
  conversation: string,
  messages: Message[],
): Promise<Map<string | null, string[]>> {
  const parents = messages.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
  const options = { orderBy: { sibling: 'asc' }, fields: ['id', 'parentId'] } as const;
  const found = await em.find(Message, { parentId: { $in: parents } }, options);
  if (parents.length < messages.length)
    found.push(...(await em.find(Message, { conversation, parentId: null }, options)));
  const siblings = new Map<string | null, string[]>();
  for (const { id, parentId } of found) siblings.set(parentId, [...(siblings.get(parentId) ?? []), id]);
  return siblings;
}

/** The text so far of replies that are being written. A conversation has at most one. */
async function partialTexts(em: EntityManager, messages: Message[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { id, status } of messages)
    if (isUnfinished(status)) texts.set(id, (await readStoredReply(em, id, 0))?.text ?? '');
  return texts;
}

/** The help lines of a card. Its text identifies its language, which is that of the message it answered. */
export function helpLinesOfCard(text: string, fallback: Locale): HelpLine[] {
  const locale = locales.find((candidate) => crisisCard(candidate).text === text) ?? fallback;
  return crisisCard(locale).lines;
}
