import { shallowRef } from 'vue';
import { useLive } from '../../api/useLive';
import { ConversationChangedDocument } from './operations/generated/ConversationChanged';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';

/**
 * The conversation without its messages, kept up to date when any tab changes it.
 * @param onRevision called with the revision of every state that the server announces
 */
export function useConversation(personaId: string, onRevision: (revision: number) => void) {
  const conversation = shallowRef<ConversationPartsFragment | null>(null);
  /** Results of mutations, pages and events arrive in any order: the newest wins. */
  function update(next: ConversationPartsFragment): void {
    if (next.revision >= (conversation.value?.revision ?? 0)) conversation.value = next;
  }
  useLive(
    ConversationChangedDocument,
    () => ({ personaId }),
    ({ conversationChanged }) => {
      update(conversationChanged);
      onRevision(conversationChanged.revision);
    },
  );
  return { conversation, update };
}
