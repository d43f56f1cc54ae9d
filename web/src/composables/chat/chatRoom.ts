import type { InjectionKey } from 'vue';
import type { useChat } from './useChat';

/** The talk of the page, for all that stands in it. */
export const chatRoom: InjectionKey<ReturnType<typeof useChat>> = Symbol('chatRoom');
