import type { MessageStatus } from '../../../api/generated/schema';

/** Whether a message with this status will never change again. */
export const isFinal = (status: MessageStatus): boolean => status !== 'PENDING' && status !== 'STREAMING';

/** A reply as far as it is known. */
export interface Reply {
  text: string;
  status: MessageStatus;
}

/** An event of replyStreamed. `offset` is the number of UTF-16 units of the reply before its text. */
export interface ReplyPiece extends Reply {
  offset: number;
}

/**
 * Adds a piece to a reply. A socket that reconnects subscribes again with the offset it began with, and a
 * page of messages may contain more than the stream has sent. So a piece may arrive twice, overlap, or be
 * older than what is known. Known text is never removed, and a reply that has ended does not change.
 * @returns the same object if nothing is new; null if text before the piece is missing, so that the caller
 * subscribes again from the known offset
 */
export function mergeReply(known: Reply, piece: ReplyPiece): Reply | null {
  if (isFinal(known.status)) return known;
  if (piece.offset > known.text.length) return null;
  const joined = known.text.slice(0, piece.offset) + piece.text;
  const text = joined.length > known.text.length ? joined : known.text;
  const status = known.status === 'STREAMING' && piece.status === 'PENDING' ? known.status : piece.status;
  return text === known.text && status === known.status ? known : { text, status };
}
