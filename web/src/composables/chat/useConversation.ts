import { shallowRef } from 'vue';
import { ConversationChangedDocument } from '../../graphql/generated/ConversationChanged';
import type { ConversationPartsFragment } from '../../graphql/generated/ConversationParts';
import { useLive } from '../useLive';

/**
 * The conversation without its messages, kept up to date when any tab changes it.
 * @param onChanged called with the revision of every state that the server announces
 */
export function useConversation(personaId: string, onChanged: (revision: number) => void) {
  const conversation = shallowRef<ConversationPartsFragment | null>(null);
  /** Results of mutations, pages and events arrive in any order: the newest wins. */
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
