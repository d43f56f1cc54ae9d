import { inject } from 'vue';
import { chatKey } from './chatRoom';

/** The chat that a component belongs to. */
export function useCurrentChat() {
  const chat = inject(chatKey);
  if (chat === undefined) throw new Error('This component must be used in a chat page.');
  return chat;
}
