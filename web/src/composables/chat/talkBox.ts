import type { InjectionKey } from 'vue';
import type { useScroll } from './useFollowEnd';
import type { useProximityObserver } from './useNearness';

/** The scroll container of the conversation, provided to the components in it. */
export const chatScrollKey: InjectionKey<
  Pick<ReturnType<typeof useProximityObserver>, 'observe'> & Pick<ReturnType<typeof useScroll>, 'keepPlace'>
> = Symbol('talkBox');
