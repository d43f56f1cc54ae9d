import { watch } from 'vue';
import type { PersonaStatus } from '../graphql/generated/schema';

/**
 * Loads again once a persona is known to be there that was not when it was loaded: events tell neither its title nor its
 * picture. Whichever event tells it first, also after a lost network.
 */
export function useReadyReload(
  shown: () => PersonaStatus | undefined,
  loaded: () => PersonaStatus | undefined,
  reload: () => void,
): void {
  watch(
    () => shown() === 'READY' && loaded() !== 'READY',
    (isBehind) => {
      if (isBehind) reload();
    },
  );
}
