import { ReplyStreamedDocument, type ReplyStreamedSubscription } from '../../operations/generated/graphql.js';
import type { ApiClient } from './apiClient.js';

type Piece = ReplyStreamedSubscription['replyStreamed'];

/**
 * Reads a reply to its end. A socket that breaks and comes back subscribes again with the offset it began with: what is
 * known already is cut off by the offsets that the events carry, so each unit of the text is given once.
 * @param after UTF-16 units that the reader has already
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
