import { computed } from 'vue';
import { useAction } from '../../api/useAction';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';
import { DeleteConversationDocument } from './operations/generated/DeleteConversation';
import { DeleteMessageDocument } from './operations/generated/DeleteMessage';
import { RestartConversationDocument } from './operations/generated/RestartConversation';

interface Updates {
  updateConversation(next: ConversationPartsFragment): void;
  /** Reads the shown path again. */
  refresh(): Promise<void>;
}

/** Starting the conversation anew and deleting parts of it. Each action resolves with whether it was done. */
export function useDeletion(personaId: string, { updateConversation, refresh }: Updates) {
  const restarting = useAction(RestartConversationDocument);
  const deletingMessage = useAction(DeleteMessageDocument);
  const deletingAll = useAction(DeleteConversationDocument);
  const all = [restarting, deletingMessage, deletingAll];

  async function apply(answer: { conversation: ConversationPartsFragment } | undefined): Promise<boolean> {
    if (answer === undefined) return false;
    updateConversation(answer.conversation);
    await refresh();
    return true;
  }
  return {
    isBusy: computed(() => all.some(({ isBusy }) => isBusy.value)),
    failure: computed(() => all.find(({ failure }) => failure.value)?.failure.value ?? null),
    restart: async () => apply((await restarting.run({ personaId }))?.restartConversation),
    deleteMessage: async (messageId: string) =>
      apply((await deletingMessage.run({ messageId }))?.deleteMessage),
    deleteAll: async () => apply((await deletingAll.run({ personaId }))?.deleteConversation),
  };
}
