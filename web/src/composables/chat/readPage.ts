import { client } from '../../api/client';
import { dataOf } from '../../api/failure';
import { ChatMessagesDocument } from '../../graphql/generated/ChatMessages';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import type { PathStart } from './usePath';

const PAGE = 50;

/** A section of the shown path, oldest first, and the conversation at that moment. */
export interface MessagePage {
  messages: MessagePartsFragment[];
  from: PathStart;
  conversation: ConversationPartsFragment;
}

/**
 * Reads a page of messages.
 * @param before the start of a page: reads the page that ends there; null reads the newest one
 * @throws CombinedError
 */
export async function loadMessagePage(personaId: string, before: string | null): Promise<MessagePage> {
  const answer = await client
    .query(ChatMessagesDocument, { personaId, last: PAGE, before }, { requestPolicy: 'network-only' })
    .toPromise();
  const { conversation, messages } = dataOf(answer).persona;
  const { hasPreviousPage: hasOlder, startCursor: start } = messages.pageInfo;
  return { conversation, messages: messages.edges.map(({ node }) => node), from: { hasOlder, start } };
}
