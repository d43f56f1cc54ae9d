import { inject, type InjectionKey } from 'vue';
import type { useChat } from './useChat';
import type { useProximityObserver, useScroll } from './useScroll';

/** The maximum length of a message, in code points. */
export const MAX_MESSAGE_LENGTH = 4_000;

/** The chat of the page, provided to its components. */
export const chatKey: InjectionKey<ReturnType<typeof useChat>> = Symbol('chat');

/** The scroll container of the conversation, provided to the components in it. */
export const chatScrollKey: InjectionKey<
  Pick<ReturnType<typeof useProximityObserver>, 'observe'> & Pick<ReturnType<typeof useScroll>, 'keepPlace'>
> = Symbol('chatScroll');

/** The chat that a component belongs to. */
export function useCurrentChat() {
  const chat = inject(chatKey);
  if (chat === undefined) throw new Error('This component must be used in a chat page.');
  return chat;
}
