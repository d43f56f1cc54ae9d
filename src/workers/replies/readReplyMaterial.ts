import type { ChatMaterial } from '../../ai/prompts/chatPrompt.js';
import type { Services } from '../../context.js';
import { Conversation } from '../../entities/Conversation.js';
import { Fact } from '../../entities/Fact.js';
import { Message } from '../../entities/Message.js';
import { shownVersion } from '../../entities/shownVersion.js';
import { voiceOf } from '../../mirror/voices/voiceOf.js';
import { StepFailed } from '../../queue/stepFailed.js';
import { readConversationPath, type ConversationPath } from './readTalk.js';

/** The input for a reply's prompt, except the budget and the partial reply. */
export type ReplyMaterial = Omit<ChatMaterial, 'partial' | 'budget' | 'turns'> & {
  turns: ConversationPath['turns'];
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
  const facts = await em.find(Fact, { conversation: conversation.id }, { orderBy: { createdAt: 'asc' } });
  const { summary, turns } = await readConversationPath(em, reply.parentId);
  return {
    evidence,
    text: { ...text, voice },
    greeting: greetings[conversation.greeting] ?? greetings[0] ?? text.greeting,
    facts: facts.map((fact) => fact.text),
    summary: summary === '' ? null : summary,
    answer: reply.sibling + 1,
    turns,
  };
}
