import { ReplyStreamedDocument, type ReplyStreamedSubscription } from '../operations/generated/graphql.js';
import type { ApiClient } from './apiClient.js';

type Piece = ReplyStreamedSubscription['replyStreamed'];

/**
 * Reads a reply to its end. After a reconnect, the subscription starts again at its original offset. Text
 * that is already known is removed by the offsets of the events, so each unit of the text is yielded once.
 * @param after UTF-16 units that the reader already has
 */
export async function* streamReply(client: ApiClient, messageId: string, after = 0): AsyncGenerator<Piece> {
  let position = after;
  for await (const { replyStreamed: piece } of client.follow(ReplyStreamedDocument, { messageId, after })) {
    if (piece.offset > position)
      throw new Error(`A gap: at ${position}, the next piece is at ${piece.offset}.`);
    const text = piece.text.slice(position - piece.offset);
    position += text.length;
    yield { ...piece, offset: position - text.length, text };
  }
}
