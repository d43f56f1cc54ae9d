import { ref } from 'vue';
import { seenMirrors } from '../device/seenMirrors';

/** Whether this device has shown the reveal of a persona. Each persona is revealed once. */
export function useSeen(id: string) {
  const isSeen = ref(seenMirrors.has(id));
  return {
    isSeen,
    remember(): void {
      seenMirrors.add(id);
      isSeen.value = true;
    },
  };
}
