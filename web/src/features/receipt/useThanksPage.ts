import { onMounted, onUnmounted, ref, shallowRef } from 'vue';
import { storedReceipts } from '../../device/storedReceipts';

/** Long enough for the reader to look at the facet. */
const PAUSE_MS = 350;

/** The receipt of a survey on this device, and the lighting up of its facet. */
export function useThanksPage(slug: string) {
  const receipt = shallowRef(storedReceipts.of(slug));
  const lit = ref(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onMounted(() => (timer = setTimeout(() => (lit.value = 1), PAUSE_MS)));
  const end = storedReceipts.follow(() => (receipt.value = storedReceipts.of(slug)));
  onUnmounted(() => {
    clearTimeout(timer);
    end();
  });
  return { receipt, lit };
}
