import { randomUUID } from 'node:crypto';
import {
  ExplainReplyDocument,
  PersonaDocument,
  ReplyStreamedDocument,
  SendMessageDocument,
} from '../../operations/generated/graphql.js';
import { ApiClient } from './apiClient.js';
import { say } from './say.js';

/** Talks with the mirror: a reply in streamed words, one connection that breaks in the middle of it, and its evidence. */
export async function tellChat(owner: ApiClient, personaId: string): Promise<void> {
  const { persona } = await owner.run(PersonaDocument, { id: personaId });
  say.title('Mina talks to her mirror');
  say.said('The mirror', persona.greeting ?? '');
  const first = await ask(owner, personaId, 'What do my friends like most about me?');
  await first.read();
  const second = await ask(owner, personaId, 'And is there something they see that I might not?');
  const broken = await second.readUntilBroken();
  say.broken(`the connection breaks after ${broken} characters; the mirror goes on writing`);
  await second.read(broken);
  const { message } = (await owner.run(ExplainReplyDocument, { messageId: first.replyId })).explainReply;
  say.step('“Why do you say that?” The first reply rests on:');
  for (const { text } of message.evidence ?? []) say.detail(`· ${text}`);
}

async function ask(owner: ApiClient, personaId: string, text: string) {
  say.said('Mina', text);
  const asked = performance.now();
  const { reply } = (await owner.run(SendMessageDocument, { personaId, text, clientKey: randomUUID() }))
    .sendMessage;
  return {
    replyId: reply.id,
    /** Says the reply from an offset on as it comes. */
    async read(after = 0): Promise<void> {
      let firstWord: number | undefined;
      let text = '';
      say.begin();
      for await (const { replyStreamed } of owner.follow(ReplyStreamedDocument, {
        messageId: reply.id,
        after,
      })) {
        if (replyStreamed.text !== '') firstWord ??= performance.now() - asked;
        text += replyStreamed.text;
        say.words(replyStreamed.text);
        if (replyStreamed.status === 'FAILED') throw new Error('The reply failed.');
      }
      const how =
        after === 0 ? `first words after ${firstWord?.toFixed(0)} ms` : `from offset ${after}, nothing twice`;
      say.end(`${text.length} characters in ${((performance.now() - asked) / 1000).toFixed(1)} s, ${how}`);
    },
    /** Reads on a connection of its own that breaks after some words. @returns how far it came, in UTF-16 units */
    async readUntilBroken(): Promise<number> {
      let text = '';
      say.begin();
      {
        await using phone = new ApiClient(owner.url, owner.accessToken);
        for await (const { replyStreamed } of phone.follow(ReplyStreamedDocument, { messageId: reply.id })) {
          text += replyStreamed.text;
          say.words(replyStreamed.text);
          if (text.length > 90 || !['PENDING', 'STREAMING'].includes(replyStreamed.status)) break;
        }
      }
      return text.length;
    },
  };
}
