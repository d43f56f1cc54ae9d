import type { InjectionKey } from 'vue';
import type { useFollowEnd } from './useFollowEnd';
import type { useNearness } from './useNearness';

/** The box that the talk scrolls in, for what stands in it. */
export const talkBox: InjectionKey<
  Pick<ReturnType<typeof useNearness>, 'observe'> & Pick<ReturnType<typeof useFollowEnd>, 'keepPlace'>
> = Symbol('talkBox');
