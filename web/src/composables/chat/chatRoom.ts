import type { InjectionKey } from 'vue';
import type { useChat } from './useChat';

/** The chat of the page, provided to its components. */
export const chatKey: InjectionKey<ReturnType<typeof useChat>> = Symbol('chatRoom');
