import { computed, onUnmounted, shallowRef, watch } from 'vue';
import { keptReceipts } from '../answering/keptReceipts';
import { outbox, type Posted } from '../answering/outbox';
import { postman } from '../answering/postman';

/**
 * The state of this device's response to a survey, in any tab: its receipt, its refusal, or the progress of
 * its delivery.
 */
export function usePosted(slug: string) {
  const receipt = shallowRef(keptReceipts.of(slug));
  const posted = shallowRef<Posted | null>(outbox.of(slug));
  const refresh = (): void => {
    receipt.value = keptReceipts.of(slug);
    posted.value = outbox.of(slug);
  };
  const ends = [keptReceipts.follow(refresh), outbox.follow(slug, refresh)];
  onUnmounted(() => ends.forEach((end) => end()));
  const delivery = computed(() => postman.underway.get(slug));
  watch(delivery, refresh);

  return {
    receipt,
    posted,
    /** True while a request is in flight; false while the next attempt is waited for. */
    isSending: computed(() => delivery.value === 'sending'),
    async send(response: Extract<Posted, { state: 'waiting' }>): Promise<void> {
      outbox.put(slug, response);
      refresh();
      await postman.deliver(slug);
    },
    hurry: (): void => postman.hurry(slug),
    /** Discards a refused response, so that its answers can be changed. */
    takeBack(): void {
      outbox.forget(slug);
      refresh();
    },
  };
}
