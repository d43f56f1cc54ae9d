import { computed, watch, type Ref } from 'vue';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { isFinal } from '../../talking/isFinal';
import type { useReply } from './useReply';

/**
 * Follows whatever reply of the path is unfinished, whichever tab began it: what the messages say counts, also when the
 * conversation does not know yet, or any more.
 * @returns id of the reply that is being written, also of one that the path does not show; null when another can be begun
 */
export function useWriting(
  messages: Ref<MessagePartsFragment[]>,
  conversation: Ref<ConversationPartsFragment | null>,
  reply: ReturnType<typeof useReply>,
) {
  const growing = computed(() => messages.value.findLast(({ status }) => !isFinal(status)));
  watch(messages, (now) => {
    const followed = growing.value ?? now.findLast(({ id }) => id === reply.id.value);
    if (followed) reply.follow(followed);
    else reply.leave();
  });
  return computed(() => growing.value?.id ?? conversation.value?.writing?.id ?? null);
}
