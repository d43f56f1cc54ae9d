import { computed, watch, type Ref } from 'vue';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import type { MessagePartsFragment } from '../../graphql/generated/MessageParts';
import { isFinal } from '../../talking/isFinal';
import type { useReply } from './useReply';

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
