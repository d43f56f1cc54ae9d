import { client } from '../../api/client';
import { dataOf } from '../../api/failure';
import { ChatMessagesDocument } from '../../graphql/generated/ChatMessages';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import type { Beginning } from './usePath';

const PAGE = 50;

/** A stretch of the path that is shown, oldest first, and the conversation as it was then. */
export interface Page {
  messages: MessagePartsFragment[];
  from: Beginning;
  conversation: ConversationPartsFragment;
}

/** @param before the start of another page: what ends there; null for the newest. @throws CombinedError */
export async function readPage(personaId: string, before: string | null): Promise<Page> {
  const answer = await client
    .query(ChatMessagesDocument, { personaId, last: PAGE, before }, { requestPolicy: 'network-only' })
    .toPromise();
  const { conversation, messages } = dataOf(answer).persona;
  const { hasPreviousPage: hasOlder, startCursor: start } = messages.pageInfo;
  return { conversation, messages: messages.edges.map(({ node }) => node), from: { hasOlder, start } };
}
