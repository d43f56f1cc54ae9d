import { computed, type Ref } from 'vue';
import { retryLast, useAction } from '../../api/useAction';
import type { ChatPersonaQuery } from './operations/generated/ChatPersona';
import { ChooseGreetingDocument } from './operations/generated/ChooseGreeting';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';

/** The greetings with which a persona can open the conversation, and the chosen one. */
export function useGreetings(
  persona: Ref<ChatPersonaQuery['persona'] | undefined>,
  conversation: Ref<ConversationPartsFragment | null>,
  updateConversation: (next: ConversationPartsFragment) => void,
) {
  const choosing = useAction(ChooseGreetingDocument);
  const { attempt, retry } = retryLast();
  return {
    text: computed(() => conversation.value?.greeting ?? persona.value?.greeting ?? ''),
    index: computed(() => conversation.value?.chosenGreeting ?? 0),
    total: computed(() => 1 + (persona.value?.alternateGreetings.length ?? 0)),
    isBusy: choosing.isBusy,
    failure: choosing.failure,
    retry,
    choose: (greeting: number): Promise<void> =>
      attempt(async () => {
        if (persona.value === undefined) return;
        const data = await choosing.run({ personaId: persona.value.id, greeting });
        if (data) updateConversation(data.chooseGreeting.conversation);
      }),
  };
}
