import { computed, nextTick, onScopeDispose, ref, type Ref, shallowRef, watch } from 'vue';
import { client } from '../../api/client';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { ReplyStreamedDocument } from './operations/generated/ReplyStreamed';
import { isFinal, mergeReply, type Reply, type ReplyPiece } from './rules/mergeReply';
import { nextRevealLength } from './rules/textReveal';

/**
 * Streams the pieces of one reply at a time.
 * @param onLost called when the reply cannot be followed
 */
function useReplyStream(onPiece: (messageId: string, piece: ReplyPiece) => void, onLost: () => void) {
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

/**
 * Reveals a growing text evenly, at most once a frame. A tab in the background renders no frames: the text
 * that arrived meanwhile is revealed quickly when the tab becomes visible.
 * @param text the text so far
 * @param onShown called when all of the text is shown
 */
function useTextReveal(text: () => string, onShown: () => void) {
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  /** UTF-16 units. */
  const shown = ref(0);
  let frame: number | undefined;
  let last = 0;

  function paint(now: number): void {
    frame = undefined;
    shown.value = reducedMotion.matches
      ? text().length
      : nextRevealLength(text(), shown.value, Math.max(now - last, 1));
    last = now;
    advance();
  }
  function advance(): void {
    // After the watchers of the text have seen its end.
    if (shown.value >= text().length) return void nextTick(onShown);
    if (frame !== undefined) return;
    if (performance.now() - last > 100) last = performance.now();
    frame = requestAnimationFrame(paint);
  }
  onScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame));
  return {
    shown,
    go: advance,
    /** Shows the whole text at once, because the reader has seen it already. */
    jump: (): void => void (shown.value = text().length),
  };
}

/** A model may take a while. A longer wait is worth a notice. */
const SLOW_MS = 9_000;

/** Whether something expected is late. */
function useSlowReplyNotice() {
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  function stop(): void {
    clearTimeout(timer);
    isSlow.value = false;
  }
  onScopeDispose(stop);
  return {
    isSlow,
    rest: stop,
    /** Starts waiting anew. */
    expect(): void {
      stop();
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS);
    },
  };
}

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

/**
 * Follows the unfinished reply of the path, whichever tab started it. The messages decide, even if the
 * conversation does not know of the reply yet or any more.
 * @returns id of the reply that is being written, even if the path does not show it; null if another one can
 * be started
 */
export function useUnfinishedReply(
  messages: Ref<MessagePartsFragment[]>,
  conversation: Ref<ConversationPartsFragment | null>,
  reply: ReturnType<typeof useReply>,
) {
  const unfinished = computed(() => messages.value.findLast(({ status }) => !isFinal(status)));
  watch(messages, (now) => {
    const followed = unfinished.value ?? now.findLast(({ id }) => id === reply.id.value);
    if (followed) reply.follow(followed);
    else reply.leave();
  });
  return computed(() => unfinished.value?.id ?? conversation.value?.writing?.id ?? null);
}
