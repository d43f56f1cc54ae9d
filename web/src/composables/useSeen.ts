import { ref } from 'vue';
import { revealedPersonas } from '../device/seenMirrors';

/** Whether this device has shown the reveal of a persona. Each persona is revealed once. */
export function useRevealSeen(id: string) {
  const isSeen = ref(revealedPersonas.has(id));
  return {
    isSeen,
    remember(): void {
      revealedPersonas.add(id);
      isSeen.value = true;
    },
  };
}
