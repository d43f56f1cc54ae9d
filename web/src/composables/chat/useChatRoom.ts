import { inject } from 'vue';
import { chatRoom } from './chatRoom';

/** The chat that a component belongs to. */
export function useChatRoom() {
  const chat = inject(chatRoom);
  if (chat === undefined) throw new Error('This component must be used in a chat page.');
  return chat;
}
