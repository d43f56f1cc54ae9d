import { computed, ref, shallowRef } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { isFinal } from '../../talking/isFinal';
import { mergeReply, type ReplyPiece, type Reply } from '../../talking/mergeReply';
import { useReplyStream } from './usePieces';
import { useTextReveal } from './useReveal';
import { useSlowReplyNotice } from './useSlow';

/**
 * The reply that is being written. Follows one reply at a time. Its shown text only grows.
 * @param on `ended`: the reply will not change any more. `lost`: it cannot be followed, so the messages must
 * be read again
 */
export function useReply(on: { ended(id: string, reply: Reply): void; lost(): void }) {
  const id = ref<string | null>(null);
  const known = shallowRef<Reply>({ text: '', status: 'PENDING' });
  const slow = useSlowReplyNotice();
  const pieces = useReplyStream(take, on.lost);
  // For the reader, an ended reply is still being written until its last word is shown.
  const reveal = useTextReveal(
    () => known.value.text,
    () => isFinal(known.value.status) && (id.value = null),
  );

  function take(messageId: string, piece: ReplyPiece): void {
    if (id.value !== messageId) return;
    const next = mergeReply(known.value, piece);
    if (next === null) return pieces.listen(messageId, known.value.text.length);
    if (next === known.value) return;
    known.value = next;
    slow.expect();
    if (isFinal(next.status)) {
      pieces.quiet();
      slow.rest();
      on.ended(messageId, next);
    }
    reveal.go();
  }
  /** Follows a reply, starting with its stored text. If it is followed already, takes only what is new. */
  function follow({ id: messageId, text, status }: MessagePartsFragment): void {
    if (id.value === messageId) return take(messageId, { text, status, offset: 0 });
    id.value = messageId;
    known.value = { text, status };
    reveal.jump();
    slow.expect();
    pieces.listen(messageId, text.length);
  }
  function leave(): void {
    pieces.quiet();
    slow.rest();
    id.value = null;
  }
  const words = computed(() => known.value.text.slice(0, reveal.shown.value));
  return { id, known, words, isSlow: slow.isSlow, follow, leave };
}
