import { ref } from 'vue';
import { seenMirrors } from '../device/seenMirrors';

/** Whether this device has seen a mirror appear: each is revealed once. */
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
