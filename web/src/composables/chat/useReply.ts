import { computed, ref, shallowRef } from 'vue';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { isFinal } from '../../talking/isFinal';
import { mergeReply, type Piece, type Reply } from '../../talking/mergeReply';
import { usePieces } from './usePieces';
import { useReveal } from './useReveal';
import { useSlow } from './useSlow';

/**
 * The reply that is being written. Follows one reply at a time. Its shown text only grows.
 * @param on `ended`: the reply will not change any more. `lost`: it cannot be followed, so the messages must
 * be read again
 */
export function useReply(on: { ended(id: string, reply: Reply): void; lost(): void }) {
  const id = ref<string | null>(null);
  const known = shallowRef<Reply>({ text: '', status: 'PENDING' });
  const slow = useSlow();
  const pieces = usePieces(take, on.lost);
  // For the reader, an ended reply is still being written until its last word is shown.
  const reveal = useReveal(
    () => known.value.text,
    () => isFinal(known.value.status) && (id.value = null),
  );

  function take(messageId: string, piece: Piece): void {
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
