import type { MessageStatus } from '../graphql/generated/schema';
import { isFinal } from './isFinal';

/** What is known of a reply. */
export interface Reply {
  text: string;
  status: MessageStatus;
}

/** An event of replyStreamed. `offset`: UTF-16 units of the reply before its text. */
export interface Piece extends Reply {
  offset: number;
}

/**
 * Adds a piece to what is known. A socket that comes back subscribes again with the offset it began with, and a page that was
 * read may hold more than the stream has brought: so every piece may come twice, overlap or be older than what is known. Words
 * that are there never go away, and a reply that has ended stays as it is.
 * @returns the same object when nothing is new; null when something before the piece is missing: ask again from what is known
 */
export function mergeReply(known: Reply, piece: Piece): Reply | null {
  if (isFinal(known.status)) return known;
  if (piece.offset > known.text.length) return null;
  const told = known.text.slice(0, piece.offset) + piece.text;
  const text = told.length > known.text.length ? told : known.text;
  const status = known.status === 'STREAMING' && piece.status === 'PENDING' ? known.status : piece.status;
  return text === known.text && status === known.status ? known : { text, status };
}
