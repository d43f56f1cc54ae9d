import { onScopeDispose } from 'vue';
import { client } from '../../api/client';
import { ReplyStreamedDocument } from '../../graphql/generated/ReplyStreamed';
import type { Piece } from '../../talking/mergeReply';

/**
 * Streams the pieces of one reply at a time.
 * @param onLost called when the reply cannot be followed
 */
export function usePieces(onPiece: (messageId: string, piece: Piece) => void, onLost: () => void) {
  let stream: { unsubscribe(): void } | undefined;
  function quiet(): void {
    stream?.unsubscribe();
    stream = undefined;
  }
  onScopeDispose(quiet);
  return {
    quiet,
    /** @param after known UTF-16 units of the reply */
    listen(messageId: string, after: number): void {
      quiet();
      stream = client
        .subscription(ReplyStreamedDocument, { messageId, after })
        .subscribe(({ data, error }) => {
          if (data) onPiece(messageId, data.replyStreamed);
          else if (error) onLost();
        });
    },
  };
}
