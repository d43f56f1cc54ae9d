import { watch } from 'vue';
import type { PersonaStatus } from '../graphql/generated/schema';

/**
 * Reloads once events show that a persona is READY that was not when it was loaded, because events contain
 * neither its title nor its illustration. Any event may be the first to show it, also after a lost network.
 */
export function useReloadWhenReady(
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
