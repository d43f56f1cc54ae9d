import { computed, nextTick, onScopeDispose, ref, type Ref, shallowRef, watch } from 'vue';
import { client } from '../../api/client';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';
import type { MessagePartsFragment } from './operations/generated/MessageParts';
import { ReplyStreamedDocument } from './operations/generated/ReplyStreamed';
import { isFinal, mergeReply, type Reply, type ReplyPiece } from './rules/mergeReply';
import { nextRevealLength } from './rules/nextRevealLength';

/**
 * The reply that is being written. Follows one reply at a time. Its shown text only grows.
 * @param hooks `onEnded`: the reply will not change any more. `onLost`: it cannot be followed, so the
 * messages must be read again
 */
export function useReply(hooks: { onEnded(id: string, reply: Reply): void; onLost(): void }) {
  const id = ref<string | null>(null);
  const known = shallowRef<Reply>({ text: '', status: 'PENDING' });
  const slowNotice = useSlowReplyNotice();
  const stream = useReplyStream(addPiece, hooks.onLost);
  // For the reader, an ended reply is still being written until its last word is shown.
  const reveal = useTextReveal(
    () => known.value.text,
    () => isFinal(known.value.status) && (id.value = null),
  );

  function addPiece(messageId: string, piece: ReplyPiece): void {
    if (id.value !== messageId) return;
    const next = mergeReply(known.value, piece);
    if (next === null) return stream.subscribe(messageId, known.value.text.length);
    if (next === known.value) return;
    known.value = next;
    slowNotice.restart();
    if (isFinal(next.status)) {
      stream.unsubscribe();
      slowNotice.stop();
      hooks.onEnded(messageId, next);
    }
    reveal.advance();
  }
  /** Follows a reply, starting with its stored text. If it is followed already, takes only what is new. */
  function follow({ id: messageId, text, status }: MessagePartsFragment): void {
    if (id.value === messageId) return addPiece(messageId, { text, status, offset: 0 });
    id.value = messageId;
    known.value = { text, status };
    reveal.showAll();
    slowNotice.restart();
    stream.subscribe(messageId, text.length);
  }
  function stopFollowing(): void {
    stream.unsubscribe();
    slowNotice.stop();
    id.value = null;
  }
  const shownText = computed(() => known.value.text.slice(0, reveal.shownLength.value));
  return { id, known, shownText, isSlow: slowNotice.isSlow, follow, stopFollowing };
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
    else reply.stopFollowing();
  });
  return computed(() => unfinished.value?.id ?? conversation.value?.writing?.id ?? null);
}

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
    unsubscribe,
    /** @param after known UTF-16 units of the reply */
    subscribe(messageId: string, after: number): void {
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
  /** In UTF-16 units. */
  const shownLength = ref(0);
  let frame: number | undefined;
  let last = 0;

  function paint(now: number): void {
    frame = undefined;
    shownLength.value = reducedMotion.matches
      ? text().length
      : nextRevealLength(text(), shownLength.value, Math.max(now - last, 1));
    last = now;
    advance();
  }
  function advance(): void {
    // After the watchers of the text have seen its end.
    if (shownLength.value >= text().length) return void nextTick(onShown);
    if (frame !== undefined) return;
    if (performance.now() - last > 100) last = performance.now();
    frame = requestAnimationFrame(paint);
  }
  onScopeDispose(() => frame !== undefined && cancelAnimationFrame(frame));
  return {
    shownLength,
    advance,
    /** Shows the whole text at once, because the reader has seen it already. */
    showAll: (): void => void (shownLength.value = text().length),
  };
}

/** A model may take a while. A longer wait is worth a notice. */
const SLOW_MS = 9_000;

/** Whether the next piece of the reply is late. */
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
    stop,
    /** Waits for the next piece from now on. */
    restart(): void {
      stop();
      timer = setTimeout(() => (isSlow.value = true), SLOW_MS);
    },
  };
}
