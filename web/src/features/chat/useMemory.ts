import { computed, ref, type Ref } from 'vue';
import { retryLast, useAction } from '../../api/useAction';
import type { ConversationPartsFragment } from './operations/generated/ConversationParts';
import { CorrectFactDocument } from './operations/generated/CorrectFact';
import { CorrectSummaryDocument } from './operations/generated/CorrectSummary';
import { ForgetFactDocument } from './operations/generated/ForgetFact';
import { PinFactDocument } from './operations/generated/PinFact';

/**
 * What the persona remembers beyond the last messages, and how its owner edits that. Each action resolves
 * with whether it was done.
 */
export function useMemory(
  personaId: string,
  conversation: Ref<ConversationPartsFragment | null>,
  updateConversation: (next: ConversationPartsFragment) => void,
) {
  const pinning = useAction(PinFactDocument);
  const correcting = useAction(CorrectFactDocument);
  const forgetting = useAction(ForgetFactDocument);
  const correctingSummary = useAction(CorrectSummaryDocument);
  const { attempt, retry } = retryLast();
  const all = [pinning, correcting, forgetting, correctingSummary];
  /** Restores what was forgotten last. */
  const undo = ref<(() => Promise<boolean>) | null>(null);

  const applyAnswer = (answer: { conversation: ConversationPartsFragment } | undefined): boolean => {
    if (answer) updateConversation(answer.conversation);
    return answer !== undefined;
  };
  const pin = (text: string): Promise<boolean> =>
    attempt(async () => applyAnswer((await pinning.run({ personaId, text }))?.pinFact));
  const correctSummary = (summary: string | null): Promise<boolean> =>
    attempt(async () => applyAnswer((await correctingSummary.run({ personaId, summary }))?.correctSummary));

  return {
    memory: computed(() => conversation.value?.memory ?? { summary: null, facts: [] }),
    isBusy: computed(() => all.some(({ isBusy }) => isBusy.value)),
    failure: computed(() => all.find(({ failure }) => failure.value)?.failure.value ?? null),
    retry,
    undo,
    pin,
    correctSummary,
    correct: (factId: string, text: string): Promise<boolean> =>
      attempt(async () => applyAnswer((await correcting.run({ factId, text }))?.correctFact)),
    forget: ({ id, text }: { id: string; text: string }) =>
      attempt(async () => {
        if (applyAnswer((await forgetting.run({ factId: id }))?.forgetFact)) undo.value = () => pin(text);
      }),
    async forgetSummary(): Promise<void> {
      const { summary = null } = conversation.value?.memory ?? {};
      if (await correctSummary(null)) undo.value = () => correctSummary(summary);
    },
    async bringBack(): Promise<void> {
      if (await undo.value?.()) undo.value = null;
    },
  };
}
