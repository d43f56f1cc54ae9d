import { shallowRef } from 'vue';
import { ConversationChangedDocument } from '../../graphql/generated/ConversationChanged';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import { useLive } from '../useLive';

/**
 * What a talk holds besides its messages, as it is now, whichever tab changed it.
 * @param onChanged told of every state that the server announces
 */
export function useConversation(personaId: string, onChanged: (revision: number) => void) {
  const conversation = shallowRef<ConversationPartsFragment | null>(null);
  /** Answers of mutations, pages and events come in any order: the newest stays. */
  function take(fresh: ConversationPartsFragment): void {
    if (fresh.revision >= (conversation.value?.revision ?? 0)) conversation.value = fresh;
  }
  useLive(
    ConversationChangedDocument,
    () => ({ personaId }),
    ({ conversationChanged }) => {
      take(conversationChanged);
      onChanged(conversationChanged.revision);
    },
  );
  return { conversation, take };
}
