import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../client/apiClient.js';
import {
  ExplainReplyDocument,
  MessageDocument,
  PersonaDocument,
  ReplyStreamedDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { output } from './terminalOutput.js';

/**
 * Chats with the mirror: a streamed reply, a connection that breaks in the middle of another, and the
 * evidence.
 */
export async function runChat(owner: ApiClient, personaId: string): Promise<void> {
  const { persona } = await owner.run(PersonaDocument, { id: personaId });
  output.title('Mina chats with her mirror');
  output.message('The mirror', persona.greeting ?? '');
  const first = await ask(owner, personaId, 'What do my friends like most about me?');
  await first.read();
  const second = await ask(owner, personaId, 'And is there something they see that I might not?');
  const broken = await second.readUntilBroken();
  output.disconnected(`the connection breaks after ${broken.length} characters; the mirror keeps writing`);
  const rest = await second.read(broken.length);
  output.detail(await compared(owner, second.replyId, broken, rest));
  const { message } = (await owner.run(ExplainReplyDocument, { messageId: first.replyId })).explainReply;
  output.step('“Why do you say that?” The first reply rests on:');
  for (const { text } of message.evidence ?? []) output.detail(`· ${text}`);
}

/**
 * Compares the text from two connections with the stored reply.
 * @throws Error if a character is missing or repeated
 */
async function compared(owner: ApiClient, id: string, before: string, after: string): Promise<string> {
  const { message } = await owner.run(MessageDocument, { id });
  if (before + after !== message.text)
    throw new Error(
      `${before.length} + ${after.length} characters do not match the stored reply's ${message.text.length}.`,
    );
  return `${before.length} + ${after.length} characters match the stored reply exactly: nothing repeated, nothing lost`;
}

async function ask(owner: ApiClient, personaId: string, text: string) {
  output.message('Mina', text);
  const asked = performance.now();
  const { reply } = (await owner.run(SendMessageDocument, { personaId, text, clientKey: randomUUID() }))
    .sendMessage;
  return {
    replyId: reply.id,
    /** Prints the reply from an offset on while it arrives. @returns the received text */
    async read(after = 0): Promise<string> {
      let firstWord: number | undefined;
      let text = '';
      output.begin();
      for await (const { replyStreamed } of owner.follow(ReplyStreamedDocument, {
        messageId: reply.id,
        after,
      })) {
        if (replyStreamed.text !== '') firstWord ??= performance.now() - asked;
        text += replyStreamed.text;
        output.words(replyStreamed.text);
        if (replyStreamed.status === 'FAILED') throw new Error('The reply failed.');
      }
      const how = after === 0 ? `first words after ${firstWord?.toFixed(0)} ms` : `from offset ${after}`;
      output.end(`${text.length} characters in ${((performance.now() - asked) / 1000).toFixed(1)} s, ${how}`);
      return text;
    },
    /** Reads on a separate connection that breaks after some words. @returns the text received until then */
    async readUntilBroken(): Promise<string> {
      let text = '';
      output.begin();
      {
        await using phone = new ApiClient(owner.url, owner.accessToken);
        for await (const { replyStreamed } of phone.follow(ReplyStreamedDocument, { messageId: reply.id })) {
          text += replyStreamed.text;
          output.words(replyStreamed.text);
          if (text.length > 90 || !['PENDING', 'STREAMING'].includes(replyStreamed.status)) break;
        }
      }
      return text;
    },
  };
}
