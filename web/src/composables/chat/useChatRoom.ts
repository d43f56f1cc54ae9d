import { inject } from 'vue';
import { chatRoom } from './chatRoom';

/** The talk that a component stands in. */
export function useChatRoom() {
  const chat = inject(chatRoom);
  if (chat === undefined) throw new Error('This component belongs into a chat page.');
  return chat;
}
