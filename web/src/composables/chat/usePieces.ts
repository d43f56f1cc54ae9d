import { onScopeDispose } from 'vue';
import { client } from '../../api/client';
import { ReplyStreamedDocument } from '../../graphql/generated/ReplyStreamed';
import type { ReplyPiece } from '../../talking/mergeReply';

/**
 * Streams the pieces of one reply at a time.
 * @param onLost called when the reply cannot be followed
 */
export function useReplyStream(onPiece: (messageId: string, piece: ReplyPiece) => void, onLost: () => void) {
  let stream: { unsubscribe(): void } | undefined;
  function unsubscribe(): void {
    stream?.unsubscribe();
    stream = undefined;
  }
  onScopeDispose(unsubscribe);
  return {
    quiet: unsubscribe,
    /** @param after known UTF-16 units of the reply */
    listen(messageId: string, after: number): void {
      unsubscribe();
      stream = client
        .subscription(ReplyStreamedDocument, { messageId, after })
        .subscribe(({ data, error }) => {
          if (data) onPiece(messageId, data.replyStreamed);
          else if (error) onLost();
        });
    },
  };
}
