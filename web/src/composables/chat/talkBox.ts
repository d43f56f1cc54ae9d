import type { InjectionKey } from 'vue';
import type { useFollowEnd } from './useFollowEnd';
import type { useNearness } from './useNearness';

/** The scroll container of the conversation, provided to the components in it. */
export const talkBox: InjectionKey<
  Pick<ReturnType<typeof useNearness>, 'observe'> & Pick<ReturnType<typeof useFollowEnd>, 'keepPlace'>
> = Symbol('talkBox');
