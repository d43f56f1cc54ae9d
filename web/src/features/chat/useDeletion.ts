import { computed, shallowRef } from 'vue';
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
  /** The action whose failure is shown. */
  const latest = shallowRef<(typeof all)[number]>();

  async function apply(answer: { conversation: ConversationPartsFragment } | undefined): Promise<boolean> {
    if (answer === undefined) return false;
    updateConversation(answer.conversation);
    await refresh();
    return true;
  }
  return {
    isBusy: computed(() => all.some(({ isBusy }) => isBusy.value)),
    failure: computed(() => latest.value?.failure.value ?? null),
    /** Forgets a failure, so that the next dialog does not show it. */
    forgetFailure: (): void => void (latest.value = undefined),
    restart: async () => {
      latest.value = restarting;
      return apply((await restarting.run({ personaId }))?.restartConversation);
    },
    deleteMessage: async (messageId: string) => {
      latest.value = deletingMessage;
      return apply((await deletingMessage.run({ messageId }))?.deleteMessage);
    },
    deleteAll: async () => {
      latest.value = deletingAll;
      return apply((await deletingAll.run({ personaId }))?.deleteConversation);
    },
  };
}
